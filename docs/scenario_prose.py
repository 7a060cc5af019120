"""What the scenario reference says beside its tables."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.intake.legs import MOST_KM, MOST_LEGS, MOST_MINUTES
from optimizer.intake.officer_tables import HISTORY_COLUMNS, KIT_COLUMNS, MOST_ROWS, OFFICER_COLUMNS
from optimizer.intake.promise_tables import MOST_PINS, MOST_RECORDS, PIN_COLUMNS, RECORD_COLUMNS
from optimizer.intake.sites import MOST_SITES, SITE_COLUMNS

INTRODUCTION = """
# The scenario file

A scenario says what a campaign is: its dates, its services, where cases are outstanding, and the
teams. It is a folder with a `scenario.yaml` for the rules, and CSV or XLSX tables for the lists
that are kept in Excel. (A single YAML file anywhere does as well; its tables lie beside it.)

`luudong new FOLDER` writes a commented scenario to start from, `luudong validate FOLDER` checks
one and tells [every finding](errors.md) at once, and `luudong schema` prints the JSON Schema by
which an editor completes and checks the YAML.

## An example

```yaml
{example}```

with this `sites.csv`:

```
{table}```

## How values are written

| type | how |
|---|---|
| id | a short code of at most 64 characters |
| text | at most 200 characters, notes 2000 |
| tags | a list `[power, network]`, or words in one cell separated by spaces, commas or `\\|` |
| date | `2023-04-24`, or `24/04/2023` |
| time, times | `07:30`, `7h30`; `07:30-11:30`; the day ends at `24:00` |
| yes or no | `true`/`false`, `yes`/`no`, `có`/`không`, `x`, `1`/`0` |
| whole number | without a thousands mark: `1032`, never `1.032` |
| number | with a point or a comma: `20.8746`, `20,8746` |

Bases, lodgings and sites share one set of ids. An id is never a name: names repeat between
communes. Ids of services, vehicles and things have no spaces, commas or `|` in them.

Words such as `no` and `on` and times such as `11:00` need no quotes: they stay what they are. A
key left blank is as if not written. Text is kept in one Unicode form (NFC); hidden characters are
taken out with a warning. YAML anchors, aliases and merge keys (`<<`) may be used.
"""

_SITES_TABLE = """
### The table of sites

`sites: sites.csv` names a CSV (comma, semicolon or tab; UTF-8) or the first sheet of an XLSX. Its
columns are {columns}, and one column for each service, named by its id, with the outstanding
cases. `id`, `lat`, `lon` and one service column are required; a blank cell is the default. A title
above the heading is skipped; an unknown column is a warning; formulas count as their last computed
values. At most {most} rows.

Only counts belong here. Numbers of citizens, telephone numbers and full names are told by a
warning and kept out of everything that is made from the table: a name or commune is replaced by
the site's id, an id by `site-<row>`.

A village where the home-bound are met at other hours is a second site at the same coordinates.
"""

_TRAVEL_TABLE = """
With `estimate`, metres are the great circle (on a sphere of 6371.0088 km) times the vehicle's
detour, and minutes are the kilometres at the vehicle's speed, rounded up.

### The travel table

`travel: {{source: matrix, file: travel.csv}}` names a table of directed legs, one row each:

| column | type | meaning | ý nghĩa |
|---|---|---|---|
| `from`, `to` | id | Places: bases, lodgings, sites. | Mã nơi đi, nơi đến. |
| `minutes` | number, 0 to {minutes} | Travelling time, rounded up. | Số phút đi, làm tròn lên. |
| `km` | number, 0 to {km} | Length of the way. | Quãng đường. |
| `vehicle` | id, may be left out | Only for this vehicle; blank is every one. | Chỉ cho phương tiện này. |

A pair without a row has no road. Rows of places that the scenario does not have are skipped with
a warning, so one table may serve several scenarios. At most {rows} rows.

### Roads

`travel: {{source: roads, file: region.osm.pbf}}` measures on an OpenStreetMap extract in the scenario's
folder: see [real roads](roads.md). `speeds` names a YAML table of speeds in km/h; what it does not say is as
[shipped](../optimizer/intake/speeds.yaml). `sha256` is written into the copy of a scenario beside its plan.
`osrm` and `valhalla` ask the [server](roads.md#a-server) at `url`; `valhalla` with a `file` runs here.
"""

_CLOSURE = """
A closure names exactly one of: `from` and `to`; `site`; `way`; `road`; `lat` and `lon`. The last
three are roads of an extract and need `source: roads`: see [closed roads](roads.md#closed-roads).
"""

_THEN = """
Each case served on a date, by whatever team and wherever, makes one case of `service` outstanding
at the site where the person lives, `after_days` later, beside those that already are. The site's
release and deadline hold for it too. A follow-up may have one of its own; a chain never leads back.
"""

_GATHER = """
A visit at any site may then also serve people of the sites within the radius. Over the whole plan
at most `turnout` × outstanding cases of a service, rounded down, are served away from a site in this
way. Hours, fitness, set-up and `max_teams` are those of the site that is visited; what is
outstanding, release, deadline, priority and follow-ups are those of the site where the people live.
In the plan their cases stand under the visit's `from`, beside its own `cases`.
"""

_SHUTTLE = """
Between two sites with a shuttle, in the direction given, its turnout and cost hold in place of
gathering's, within the radius too, and for every service that can be planned.
"""

_PINS_TABLE = """
### The table of pins

`pins: pins.csv` names a table, read like that of sites. Its columns are {columns}, and one for each
service with the fewest cases to serve; `team`, `date` and `site` are required. At most {most} rows.

A pin that names nothing known, or a date outside the horizon, is an error. One that breaks a rule
(the team is at home, the site is closed, the cases are not there) is a warning: the plan is made,
and what cannot be kept is listed in its `conflicts` with the reason.
"""

_RECORD_TABLE = """
### The table of recorded work

`record: record.csv` names a table with the columns {columns}, all required. At most {most} rows.

The cases of a site are those outstanding on the first morning: recorded work is never taken from
them. It counts for follow-ups. A first step recorded makes its follow-ups outstanding from their own
date on, and follow-ups that were recorded too are no longer due, the oldest first.
"""

_EARLIER = """
`luudong plan SCENARIO --from PLAN --freeze-until DATE` says the same, of a plan anywhere, and goes
before what stands here.

Routes until `freeze_until` stand exactly as they were, and teams without one on those dates stay
without. A frozen route that breaks a rule of the scenario as it is now is told in the plan's
`conflicts` and released: its visits become pins. The rest is planned anew, and each visit that is
only in one of the two plans costs `objective.change`. Routes outside the horizon are not used; those
of teams or sites that are gone count as changed. The file is a whole `plan.json`, or one that holds
`format` and `routes` alone.
"""

_OFFICERS_TABLE = """
### The tables of officers, history and kits

`officers: officers.csv` names a table with the columns {officers}; only `id` is required. Several
dates, skills or duties in one cell are separated by spaces. `history: history.csv` has the columns
{history}, `kits: kits.csv` the columns {kits}. At most {most} rows each.

Nothing is kept of an officer but an id and a display name, which may be a code; numbers of persons
are cut out with a warning.
"""

_CREWS = """
A team goes whole or not at all: it may leave only on a date on which every one of its officers is
free, that is, not off, and on no duty that overlaps the shift. Before a date on which it cannot
leave it is back at its base. Who is in which team is fixed for the whole horizon. The skills of a
team are those of its officers together.

Which officers go together, which team has which kits, and on which dates each may leave is chosen
by `luudong crews` and `luudong plan` so that the plan is worth most; then so that days away,
evenings and weekends are spread, with what was worked before counted too.
"""

_POSTS = """
On each of its dates, enough officers who are free during its hours, and not out with a team, are at
a post. A post with `stations` is a fixed collection point: a team of its own that never drives, so
it serves the sites that are at the place of its base.
"""


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f"`{column}`" for column in columns)


MORE = {
    "OfficerForm": _OFFICERS_TABLE.format(
        officers=_listed(OFFICER_COLUMNS),
        history=_listed(HISTORY_COLUMNS),
        kits=_listed(KIT_COLUMNS),
        most=MOST_ROWS,
    ),
    "CrewForm": _CREWS,
    "PostForm": _POSTS,
    "ThenForm": _THEN,
    "SiteForm": _SITES_TABLE.format(columns=_listed(SITE_COLUMNS), most=MOST_SITES),
    "TravelForm": _TRAVEL_TABLE.format(rows=MOST_LEGS, minutes=MOST_MINUTES, km=f"{MOST_KM:g}"),
    "ClosureForm": _CLOSURE,
    "GatherForm": _GATHER,
    "ShuttleForm": _SHUTTLE,
    "PinForm": _PINS_TABLE.format(columns=_listed(PIN_COLUMNS), most=MOST_PINS),
    "RecordForm": _RECORD_TABLE.format(columns=_listed(RECORD_COLUMNS), most=MOST_RECORDS),
    "EarlierForm": _EARLIER,
}
"""What is to be said below a section's table."""

LIMITS = """
## Limits

At most {days} dates, {sites} sites, {cases} cases of a service at a site. A YAML file has at most
8 MB, a table 400 MB; a table's file must lie in the scenario's folder.
"""
