"""Flows: a block that runs through several areas of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .report import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.edition import BlockUse
    from ..model.layout import Template
    from .document import Place
    from .report import Problems


def flow_of(entry: dict[str, Any], place: Place, where: str, problems: Problems) -> tuple[str, ...]:
    """Return the areas that the block of *entry* runs through, its own first; nothing where it stays in its own."""
    if "flow" not in entry:
        return ()
    flow, own = entry["flow"], where.partition(".")[2]
    at, remedy = place.at("flow").position, f"write 'flow: [{own}, …]'"
    if not isinstance(flow, list) or len(flow) < 2 or not all(isinstance(name, str) for name in flow):
        problems.add("value-invalid", "a flow is a list of two areas or more", at, remedy, where=where)
    elif flow[0] != own or len(set(flow)) < len(flow):
        message = f"a flow begins in its own area, '{own}', and comes to each area once"
        problems.add("flow-areas", message, at, remedy, where=where)
    else:
        return tuple(flow)
    return ()


def check_flows(
    template: Template, areas: Mapping[str, tuple[BlockUse, ...]], place: Place, problems: Problems
) -> None:
    """Make sure that flows run on through later areas, equally wide, of one column of the page."""
    spots = [(column, area) for column, group in enumerate(template.columns()) for area in group]
    order = {area.name: (index, (column, area.columns)) for index, (column, area) in enumerate(spots)}
    for name, uses in areas.items():
        at = place.at("areas", name).key
        for use in (use for use in uses if use.flow):
            for area in (area for area in use.flow if area not in order):
                caret, remedy = did_you_mean(area, order), f"its areas are {listed(order, 20)}"
                problems.add("area-unknown", f"the template has no area {quoted(area)}", at, remedy, caret)
            ranks = [order[area] for area in use.flow if area in order]
            if ranks != sorted(ranks) or len({width for _, width in ranks}) > 1:
                message = f"the areas of a flow follow each other and are equally wide; {listed(use.flow)} are not"
                problems.add("flow-areas", message, at, "change the flow or the layout", where=use.where)
            if use is not uses[-1]:
                message = "a block that flows on is the last one of its area"
                problems.add("flow-areas", message, at, "move it to the end", where=use.where)
            if any(areas.get(area) for area in use.flow[1:]):
                message = "an area that a block flows into has no block of its own"
                problems.add("flow-areas", message, at, "move that block, or end the flow before", where=use.where)
