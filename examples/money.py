"""The money's way from the state's grants over those who get it to what they do with it.

    marimo edit examples/money.py        to read and change
    marimo run examples/money.py         as a page

It reads outputs/dataset/current, or the snapshot that PLANKOLL_SNAPSHOT names.
"""

import marimo

app = marimo.App(width="medium", app_title="Pengarnas väg")


@app.cell
def _():
    import os
    from pathlib import Path

    import altair as alt
    import marimo as mo
    import polars as pl

    from corpus.registry import load_registry
    from outputs.query.database import Beside, open_database
    from outputs.query.running import run_query

    return Beside, Path, alt, load_registry, mo, open_database, os, pl, run_query


@app.cell
def _(mo):
    mo.md("""
    # Pengarnas väg

    Från staten över bidragen till dem som får pengarna, och vidare till aktiviteterna. Varje belopp räknas en gång.
    Det som ett dokument inte knyter till en aktivitet står för sig. / From the state over its grants to those who get
    the money, and on to the activities. Each sum counts once.
    """)


@app.cell
def _(Beside, Path, load_registry, open_database, os, run_query):
    # Two questions to the dataset: what each got of each grant, and what activities it is planned or spent for.
    snapshot = Path(os.environ.get("PLANKOLL_SNAPSHOT", "outputs/dataset/current"))
    with open_database(snapshot, Beside(load_registry())) as database:
        got = run_query(
            database,
            """
            SELECT coalesce(kommun, if(level = 'region', 'Regionen i ', '') || lan, issuer) AS who,
                coalesce(grant_name, 'Okänt bidrag') AS "grant", year,
                coalesce(
                    max(value_sek) FILTER (WHERE kind = 'received'), max(value_sek) FILTER (WHERE kind = 'granted'),
                    max(value_sek) FILTER (WHERE kind = 'requisitioned'), max(value_sek)
                ) AS kronor,
                max(doubt) AS doubt
            FROM money m
            WHERE year IS NOT NULL
                -- A county's whole holds its municipalities' money: where these are known, it is not counted.
                AND NOT (level = 'county' AND EXISTS (
                    FROM money o WHERE o.level = 'municipality' AND o.lanskod = m.lanskod AND o.year = m.year
                ))
            GROUP BY who, "grant", year
            -- Money of no known grant may be the known one's, told once more.
            QUALIFY "grant" <> 'Okänt bidrag' OR bool_and("grant" = 'Okänt bidrag') OVER (PARTITION BY who, year)
            ORDER BY who, "grant", year
            """,
        )
        used = run_query(
            database,
            """
            WITH stated AS (
                SELECT coalesce(m.kommun, if(a.level = 'region', 'Regionen i ', '') || c.lan, a.issuer) AS who,
                    coalesce(g.grant_name, 'Okänt bidrag') AS "grant", a.year, t.text AS activity, a.kind,
                    max(a.value_sek) AS kronor
                FROM amounts_once a
                JOIN activities t USING (activity_id)
                LEFT JOIN municipalities m USING (kommunkod)
                LEFT JOIN counties c ON c.lanskod = a.lanskod
                LEFT JOIN grants g ON g.grant_code = a.grant_code
                WHERE a.kind IN ('planned', 'allocated', 'spent') AND a.standing = 'row' AND a.year IS NOT NULL
                GROUP BY ALL
            )
            -- Of an activity that is both planned and reported, what was spent counts.
            SELECT who, "grant", year, activity, arg_max(kronor, kind = 'spent') AS kronor
            FROM stated GROUP BY ALL ORDER BY ALL
            """,
        )
    return got, used


@app.cell
def _(got, mo):
    years = [str(year) for year in sorted(got["year"].unique())]
    usual = str(got["year"].mode().max()) if years else None
    chosen = mo.ui.dropdown(options=years, value=usual, label="År (year)")
    most = mo.ui.slider(3, 20, value=8, label="Så många visas för sig (shown by themselves)")
    mo.hstack([chosen, most], justify="start")
    return chosen, most


@app.cell
def _(chosen, got, most, pl, used):
    def greatest(frame, name, other):
        """The greatest by their kronor keep their name; the rest are one."""
        kept = frame.group_by(name).agg(pl.col("kronor").sum()).sort("kronor", name, descending=[True, False])
        first = kept.head(most.value)[name].implode()
        return frame.with_columns(pl.when(pl.col(name).is_in(first)).then(pl.col(name)).otherwise(pl.lit(other)))

    def links():
        """source, target, layer, kronor: every band of the drawing."""
        year = int(chosen.value)
        money = got.filter(year=year).select("who", "grant", pl.col("kronor").cast(pl.Float64))
        spent = used.filter(year=year).select("who", "grant", "activity", pl.col("kronor").cast(pl.Float64))
        spent = spent.join(money, on=["who", "grant"], how="semi")
        known = spent.group_by("who", "grant").agg(pl.col("kronor").sum().alias("known"))
        money = money.join(known, on=["who", "grant"], how="left").with_columns(
            # what the activities cost together is at least what came
            kronor=pl.max_horizontal("kronor", pl.col("known").fill_null(0))
        )
        rest = money.select(
            "who",
            activity=pl.lit("Inte knutet till en aktivitet"),
            kronor=pl.col("kronor") - pl.col("known").fill_null(0),
        )
        ends = pl.concat([spent.select("who", "activity", "kronor"), rest])
        money, ends = greatest(money, "who", "Övriga"), greatest(ends, "who", "Övriga")
        money, ends = greatest(money, "grant", "Övriga bidrag"), greatest(ends, "activity", "Övriga aktiviteter")
        parts = (
            money.select(source=pl.lit("Staten"), target="grant", layer=pl.lit(0), kronor="kronor"),
            money.select(source="grant", target="who", layer=pl.lit(1), kronor="kronor"),
            ends.select(source="who", target="activity", layer=pl.lit(2), kronor="kronor"),
        )
        summed = pl.concat(parts).group_by("layer", "source", "target").agg(pl.col("kronor").sum())
        return summed.filter(pl.col("kronor") > 0).sort("layer", "source", "target")

    bands = links() if chosen.value else None
    return (bands,)


@app.cell
def _(bands, pl):
    def heights(frame):
        """Every node with its layer and the interval that it takes from top to bottom."""
        ends = (
            frame.select("layer", name="source", kronor="kronor"),
            frame.select(pl.col("layer") + 1, name="target", kronor="kronor"),
        )
        sums = pl.concat([each.group_by("layer", "name").agg(pl.col("kronor").sum()) for each in ends])
        # what goes in and what goes out of a node in the middle is the same money: the greater of both is its height
        nodes = sums.group_by("layer", "name").agg(pl.col("kronor").max())
        nodes = nodes.sort("layer", "kronor", "name", descending=[False, True, False])
        gap = nodes["kronor"].sum() / 4 * 0.03
        bottom = (pl.col("kronor") + gap).cum_sum().over("layer") - gap
        return nodes.with_columns(y1=bottom, y0=bottom - pl.col("kronor"))

    def outlines(frame, nodes):
        """Each band as points along its way: x, and the band's upper and lower edge there."""
        steps = [step / 20 for step in range(21)]
        left = {key: y for *key_, y in nodes.select("layer", "name", "y0").iter_rows() for key in [tuple(key_)]}
        right, points = dict(left), []
        # from top to bottom on both sides, so that few bands cross
        for layer, source, target, kronor in sorted(
            frame.iter_rows(), key=lambda row: (row[0], left[row[0], row[1]], left[row[0] + 1, row[2]])
        ):
            begin, end = left[layer, source], right[layer + 1, target]
            left[layer, source] += kronor
            right[layer + 1, target] += kronor
            for step in steps:
                bent = begin + (end - begin) * step * step * (3 - 2 * step)
                points.append((f"{source} → {target}", kronor, layer + 0.06 + 0.94 * step, bent, bent + kronor, source))
        schema = ["band", "kronor", "x", "y0", "y1", "source"]
        return pl.DataFrame(points, schema=schema, orient="row")

    nodes = heights(bands) if bands is not None else None
    points = outlines(bands, nodes) if bands is not None else None
    return nodes, points


@app.cell
def _(alt, mo, nodes, points):
    def drawing():
        x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 4.4]))
        flows = (
            alt.Chart(alt.Data(values=points.to_dicts()))
            .mark_area(opacity=0.45, interpolate="monotone")
            .encode(
                x=x,
                y=alt.Y("y0:Q", axis=None, scale=alt.Scale(reverse=True)),
                y2="y1:Q",
                detail="band:N",
                color=alt.Color("source:N", legend=None),
                tooltip=["band:N", alt.Tooltip("kronor:Q", format=",.0f")],
            )
        )
        base = alt.Chart(alt.Data(values=nodes.to_dicts())).transform_calculate(
            right="datum.layer + 0.06", middle="(datum.y0 + datum.y1) / 2"
        )
        bars = base.mark_rect(color="#333").encode(
            x=alt.X("layer:Q"), x2="right:Q", y="y0:Q", y2="y1:Q", tooltip=["name:N", "kronor:Q"]
        )
        names = base.mark_text(align="left", dx=14, limit=150, fontSize=11).encode(
            x="layer:Q", y="middle:Q", text="name:N"
        )
        return (flows + bars + names).properties(width=900, height=560)

    chart = drawing() if points is not None else None
    mo.ui.altair_chart(chart, chart_selection=False) if chart is not None else mo.md("Inga belopp (no sums).")
    return (chart,)


@app.cell
def _(chosen, got, mo, pl):
    doubtful = got.filter(pl.col("doubt").is_not_null(), year=int(chosen.value)) if chosen.value else got
    mo.vstack([mo.md("## Osäkra belopp (sums in doubt)"), mo.ui.table(doubtful, selection=None)])
    return (doubtful,)


if __name__ == "__main__":
    app.run()
