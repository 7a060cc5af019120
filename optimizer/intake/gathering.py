"""People who come, or are driven, to a visit at another site than their own."""

from __future__ import annotations

from optimizer.intake.fields import MOST_DONG, Id, Real, Whole
from optimizer.intake.sections import Section, about


class GatherForm(Section):
    """People of sites nearby, who come to a visit by themselves."""

    radius_km: Real = about(
        "Great-circle distance within which they come.",
        "Khoảng cách đường chim bay mà dân tự đến.",
        unit="km",
        gt=0,
        le=1000,
    )
    turnout: Real = about(
        "Share of a site's outstanding cases of a service that may be served away from it.",
        "Tỷ lệ trường hợp của một điểm, theo từng thủ tục, có thể làm ở điểm khác.",
        1.0,
        ge=0,
        le=1,
    )
    services: tuple[Id, ...] = about(
        "Services for which they come; all if left out.",
        "Các thủ tục mà dân tự đến làm; bỏ trống là mọi thủ tục.",
        (),
    )


class ShuttleForm(Section):
    """People of one site who are driven to visits at another."""

    from_: Id = about("Site where they live.", "Điểm nơi dân ở.", alias="from")
    to: Id = about("Site where they are served.", "Điểm đón dân đến làm.")
    turnout: Real = about(
        "Share of the outstanding cases of a service that may be served so.",
        "Tỷ lệ trường hợp, theo từng thủ tục, có thể làm bằng cách này.",
        1.0,
        ge=0,
        le=1,
    )
    dong_per_case: Whole = about(
        "Cost of each such case.", "Chi phí mỗi trường hợp.", 0, unit="đ", ge=0, le=MOST_DONG
    )
