package io.holdfast.scoring.dataset;

import java.nio.charset.StandardCharsets;

/** Small descriptions for tests. */
public final class Descriptions {
    /** Every key there is. */
    static final String FULL = """
            format: 1
            name: full-table.1
            title: {en: Everything, zh-CN: 全部}
            table:
              path: data/full.csv
              delimiter: tab
              encoding: GB18030
              missing: ["", NA, "-"]
            horizonDays: 30
            leadDays: 7
            validDays: 14
            language: zh-CN
            estimand: no-care
            bands: {elevated: 40, high: 75.5, critical: 99}
            leastImpact: 0.1
            acknowledged:
              near-copies: 同一家庭
            reasons:
              price: {name: {en: Tariff, zh-CN: 资费}}
            columns:
              客户号: {role: id}
              left: {role: label, kind: flag, positive: J, tokens: {yes: [J], no: [N]}}
              as_of: {role: date}
              household: {role: group}
              agent: {role: owner}
              channel: {role: preference}
              may_call: {role: consent}
              notes: {role: ignore}
              sex: {role: ignore, kind: category, sensitive: true}
              months:
                role: feature
                kind: number
                names: {en: Months, zh-CN: 月数}
                unit: {en: months, zh-CN: 个月}
                monotone: down
                acknowledged: known beforehand
              charge:
                role: feature
                kind: number
                value: true
                reason: price
                actionable: false
            """;

    private static final String TABLE = "format: 1\nname: small\ntable: {path: small.csv}\n";
    private static final String LABEL = "  churn: {role: label, positive: \"Yes\"}\n";

    private Descriptions() {}

    /** Reads a description, in messages named {@code dataset.yaml}. */
    public static DatasetDescription read(String yaml) {
        return DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** A description with an id, two features and a label, and more keys before those, from line 1 on. */
    public static DatasetDescription with(String keys) {
        return read(keys + TABLE + "columns:\n  id: {role: id}\n" + LABEL
                + "  tenure: {role: feature, kind: number}\n  plan: {role: feature, kind: category, reason: price}\n");
    }

    /** A description whose columns from line 5 on are these, the label included. */
    public static DatasetDescription columns(String columns) {
        return read(TABLE + "columns:\n" + columns);
    }

    /** The column {@code x} of this definition, beside a label and a feature. */
    public static Column column(String definition) {
        return columns("  x: " + definition + "\n" + LABEL + "  y: {role: feature, kind: number}\n")
                .column("x")
                .orElseThrow();
    }
}
