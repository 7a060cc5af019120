"""Put the font of printed pages here anew, from the pinned npm package.

Run it in an empty folder::

    npm pack @expo-google-fonts/noto-sans@0.4.2
    tar xzf expo-google-fonts-noto-sans-0.4.2.tgz
    python …/optimizer/report/vendor/refresh_font.py package

It stops if the package holds another version of the font than the pages were made for.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from fontTools.ttLib import TTFont

VERSION = "2.015"
FILES = {
    "400Regular/NotoSans_400Regular.ttf": "NotoSans-Regular.ttf",
    "700Bold/NotoSans_700Bold.ttf": "NotoSans-Bold.ttf",
    "LICENSE_FONT": "OFL.txt",
}


def main() -> None:
    """Copy the files of the unpacked package named on the command line."""
    arguments = argparse.ArgumentParser(description="Refresh the font of printed pages.")
    arguments.add_argument("package", type=Path)
    package: Path = arguments.parse_args().package
    folder = Path(__file__).parent / f"noto-sans-{VERSION}"
    folder.mkdir(exist_ok=True)
    for source, name in FILES.items():
        if name.endswith(".ttf"):
            version = TTFont(package / source)["name"].getDebugName(5)
            if version != f"Version {VERSION}":
                raise SystemExit(f"{source}: {version}, wanted {VERSION}")
        shutil.copyfile(package / source, folder / name)


if __name__ == "__main__":
    main()
