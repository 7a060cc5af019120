"""Valhalla on this machine, by the extra `valhalla`: builds its tiles from an extract and asks them."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from optimizer.domain.roads import Movement, RouteServer, ServerKind
from optimizer.domain.scenario import Place
from optimizer.kernel_cache import writable
from optimizer.travel.roads.store import FOLDER
from optimizer.travel.servers.failure import Failure, Why, refused, told
from optimizer.travel.servers.port import PROFILES, Block, NotInstalledError, ServerError, table

_MOST_PAIRS = 1_000_000
_MOST_METRES = 1e7


class LocalValhalla:
    """Valhalla in this process, on tiles that are built once beside the extract."""

    def __init__(self, server: RouteServer) -> None:
        try:
            self._valhalla = import_module("valhalla")
        except ImportError as absent:
            message = "pyvalhalla is not installed"
            raise NotInstalledError(message) from absent
        tiles = self._tiles(server)
        self._actor = self._valhalla.Actor(self._config(tiles))

    def __call__(self, origins: Sequence[Place], destinations: Sequence[Place], movement: Movement) -> Block:
        """The seconds and metres of every pair.

        Raises
        ------
        ServerError
            If Valhalla refuses, or its answer cannot be understood.
        """
        asked = {
            "sources": [{"lat": place.lat, "lon": place.lon} for place in origins],
            "targets": [{"lat": place.lat, "lon": place.lon} for place in destinations],
            "costing": PROFILES[ServerKind.VALHALLA][movement],
        }
        shape = len(origins), len(destinations)
        try:
            rows = self._actor.matrix(asked)["sources_to_targets"]
            seconds = [[cell["time"] for cell in row] for row in rows]
            km = table([[cell["distance"] for cell in row] for row in rows], shape)
        except ServerError:
            raise
        except Exception as problem:
            message = told(str(problem)) or type(problem).__name__
            raise ServerError(message, refused(message)) from problem
        return Block(table(seconds, shape), km * 1000)

    def _tiles(self, server: RouteServer) -> Path:
        """The folder of the extract's tiles, built if they are not there, whole or not at all.

        Raises
        ------
        ServerError
            If they cannot be built.
        """
        name = f"tiles-{server.sha256[:24]}"
        beside = [Path(place) / FOLDER for place in (Path(server.path).parent, server.folder)]
        for kept in beside:
            if (kept / name).is_dir():
                return kept / name
        target = next((one for one in beside if writable(one)), None)
        unfinished = Path(tempfile.mkdtemp(prefix=".tiles-", dir=target))
        try:
            self._build(Path(server.path), unfinished)
            return unfinished if target is None else unfinished.replace(target / name)
        except OSError as problem:
            shutil.rmtree(unfinished, ignore_errors=True)
            message = problem.strerror or type(problem).__name__
            raise ServerError(message, Failure(Why.TILES, words=told(message))) from problem
        except ServerError:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise

    def _build(self, extract: Path, folder: Path) -> None:
        program = Path(str(self._valhalla.__file__)).parent / "bin" / "valhalla_build_tiles"
        with tempfile.TemporaryDirectory() as aside:
            config = Path(aside) / "valhalla.json"
            config.write_text(json.dumps(self._config(folder)), encoding="utf-8")
            # Its own program on a file that the planner named; no shell reads either.
            done = subprocess.run(  # noqa: S603
                [str(program), "-c", str(config), str(extract)], capture_output=True, text=True, check=False
            )
        if done.returncode != 0 or not any(folder.rglob("*.gph")):
            lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
            message = lines[-1][-200:] if lines else f"valhalla_build_tiles: {done.returncode}"
            raise ServerError(message, Failure(Why.TILES, words=told(message)))

    def _config(self, tiles: Path) -> dict[str, Any]:
        """Its settings, with room for matrices of hundreds of places; no network is ever used."""
        with tempfile.NamedTemporaryFile() as no_archive:
            config: dict[str, Any] = self._valhalla.get_config(
                tile_extract=no_archive.name, tile_dir=str(tiles), verbose=False
            )
        config["mjolnir"]["tile_extract"] = ""
        for limits in config["service_limits"].values():
            if isinstance(limits, dict) and "max_matrix_location_pairs" in limits:
                limits["max_matrix_location_pairs"] = _MOST_PAIRS
                limits["max_matrix_distance"] = _MOST_METRES
        return config
