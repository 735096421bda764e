"""Every kind of error that is seeded, in the order in which they take their turns."""

from typing import Final

from corpus.generator.seeding import completeness, plausibility, rows, words
from corpus.generator.seeding.figures import (
    count_pot_twice,
    count_subtotal_twice,
    drop_digit,
    lose_sign,
    overfill_pot,
    report_another,
    slip_unit,
    spend_above,
    swap_digits,
    total_not_updated,
    wrong_part,
    wrong_stated,
)
from corpus.generator.seeding.seeding import Seeding

SEEDINGS: Final[tuple[Seeding, ...]] = (
    Seeding("digit-swap", "footing.column", "two digits of a sum change places", swap_digits),
    Seeding("digit-dropped", "footing.column", "a digit of a sum is left out", drop_digit),
    Seeding("row-dropped", "footing.column", "a row is left out, the total counts it", rows.drop_row),
    Seeding("row-doubled", "footing.column", "a row is printed twice, the total counts it once", rows.double_row),
    Seeding("total-not-updated", "footing.column", "a row was changed, its total was not", total_not_updated),
    Seeding("share-wrong", "recalc.share", "a share is not its percent of its base", wrong_stated("recalc.share")),
    Seeding("product-wrong", "recalc.product", "rate and quantity do not make it", wrong_stated("recalc.product")),
    Seeding("sign-lost", "recalc.balance", "a minus is left out", lose_sign),
    Seeding("unit-slip", "footing.column", "kronor among thousands, thousands among kronor", slip_unit),
    Seeding("subtotal-twice", "footing.column", "the total adds a subtotal once more", count_subtotal_twice),
    Seeding("breakdown-off", "footing.breakdown", "därav rows do not make their row", wrong_part("footing.breakdown")),
    Seeding("spent-above", "recalc.balance", "more is spent than received", spend_above),
    Seeding(
        "remaining-wrong", "recalc.balance", "received less spent is not what is left", wrong_stated("recalc.balance")
    ),
    Seeding("change-wrong", "recalc.change", "a change does not fit both its years", wrong_stated("recalc.change")),
    Seeding("year-outside", "cutoff.period", "an activity's year lies outside the period", words.year_outside),
    Seeding("year-typo", "cutoff.year", "a year that cannot be", words.mistype_year),
    Seeding("matrix-disagrees", "cutoff.matrix", "matrix and body give other years", words.move_mark),
    Seeding("prose-disagrees", "tie.text-table", "a sum in prose is not its table's", wrong_stated("tie.text-table")),
    Seeding("fact-disagrees", "tie.same-fact", "one fact is stated in two ways", wrong_stated("tie.same-fact")),
    Seeding(
        "report-total",
        "tie.plan-report.total",
        "plan and report disagree in total",
        report_another("tie.plan-report.total"),
    ),
    Seeding(
        "report-activity",
        "tie.plan-report.activity",
        "plan and report disagree in one activity",
        report_another("tie.plan-report.activity"),
    ),
    Seeding(
        "activity-missing",
        "tie.plan-report.activity",
        "the report lacks an activity of the plan",
        rows.leave_out_activity,
    ),
    Seeding(
        "allocation-disagrees", "tie.allocation", "plan and county's table disagree", report_another("tie.allocation")
    ),
    Seeding("pot-overfilled", "tie.pot", "more is allocated than the pot holds", overfill_pot),
    Seeding("pot-twice", "tie.pot", "a shared pot is counted twice", count_pot_twice),
    Seeding("municipality-missing", "complete.registry", "a municipality is missing", rows.leave_out_municipality),
    Seeding("municipality-twice", "complete.registry", "a municipality stands twice", rows.name_municipality_twice),
    Seeding("check-digit", "identity.orgnr", "an organisation number's check digit is wrong", words.break_check_digit),
    Seeding("signed-early", "cutoff.date", "a report is signed before its period has ended", words.sign_early),
    Seeding("amount-malformed", "form.amount", "a sum is misprinted", words.malform_amount),
    Seeding("goals-missing", "complete.goals", "an initiative has no goals", completeness.take_goals),
    Seeding("focus-missing", "complete.focus", "a national focus area is missing", completeness.take_focus_area),
    Seeding("listed-short", "complete.listed", "an announced list lacks an item", completeness.shorten_list),
    Seeding("sum-missing", "complete.amounts", "an activity has no sum, the others have", completeness.leave_sum_out),
    Seeding("title-period", "cutoff.title", "the running head names another period", plausibility.rename_period),
    Seeding("contact-number", "identity.contact", "a contact has two numbers", plausibility.give_other_number),
    Seeding("outlier", "reason.outlier", "ten times the inhabitants", plausibility.misstate_inhabitants),
)
