package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.table.TableFormat;
import io.holdfast.scoring.table.TableReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetDescriptionTest {
    private static final String FULL = """
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

    @Test
    void readsEveryKey() {
        DatasetDescription full = Descriptions.read(FULL);

        assertThat(full.name()).isEqualTo("full-table.1");
        assertThat(full.title().in(Language.CHINESE)).isEqualTo("全部");
        assertThat(full.tablePath()).isEqualTo("data/full.csv");
        assertThat(full.format().delimiter()).isEqualTo('\t');
        assertThat(full.format().encoding()).isEqualTo(Charset.forName("GB18030"));
        assertThat(full.format().missing()).containsExactly("", "NA", "-");
        assertThat(full.horizonDays()).hasValue(30);
        assertThat(full.leadDays()).hasValue(7);
        assertThat(full.validDays()).isEqualTo(14);
        assertThat(full.language()).isEqualTo(Language.CHINESE);
        assertThat(full.estimand()).isEqualTo(Estimand.NO_CARE);
        assertThat(full.estimand().code()).isEqualTo("no-care");
        assertThat(full.bands()).isEqualTo(new BandCuts(40, 75.5, 99));
        assertThat(full.leastImpact()).isEqualTo(0.1);
        assertThat(full.acknowledged()).containsOnlyKeys("near-copies").containsValue("同一家庭");
        assertThat(full.reasons().reason("price").name().in(Language.ENGLISH)).isEqualTo("Tariff");
        assertThat(full.columns())
                .map(Column::name)
                .startsWith("客户号", "left", "as_of")
                .hasSize(11);
    }

    @Test
    void readsEveryRoleAndAttribute() {
        DatasetDescription full = Descriptions.read(FULL);

        assertThat(full.columns())
                .map(Column::role)
                .containsExactly(
                        ColumnRole.ID,
                        ColumnRole.LABEL,
                        ColumnRole.DATE,
                        ColumnRole.GROUP,
                        ColumnRole.OWNER,
                        ColumnRole.PREFERENCE,
                        ColumnRole.CONSENT,
                        ColumnRole.IGNORE,
                        ColumnRole.IGNORE,
                        ColumnRole.FEATURE,
                        ColumnRole.FEATURE);
        assertThat(full.id()).map(Column::name).contains("客户号");
        assertThat(full.label().positive()).isEqualTo("J");
        assertThat(full.label().flagTokens().isYes("J")).isTrue();
        assertThat(full.with(ColumnRole.DATE)).map(Column::kind).contains(ColumnKind.DATE);
        assertThat(full.with(ColumnRole.CONSENT)).map(Column::kind).contains(ColumnKind.FLAG);
        assertThat(full.features()).map(Column::name).containsExactly("months", "charge");
        assertThat(full.valueColumn()).map(Column::name).contains("charge");
        Column months = full.column("months").orElseThrow();
        assertThat(months.monotone()).isEqualTo(Monotone.DOWN);
        assertThat(months.unit().in(Language.CHINESE)).isEqualTo("个月");
        assertThat(months.acknowledged()).isEqualTo("known beforehand");
        assertThat(months.reason()).isEqualTo(Column.PROFILE);
        assertThat(months.actionable()).isTrue();
        Column charge = full.column("charge").orElseThrow();
        assertThat(charge.value()).isTrue();
        assertThat(charge.actionable()).isFalse();
        assertThat(charge.reason()).isEqualTo("price");
        assertThat(full.column("sex").orElseThrow().sensitive()).isTrue();
        assertThat(full.column("none")).isEmpty();
    }

    @Test
    void needsLittleAndFallsBackForTheRest() {
        DatasetDescription small = Descriptions.with("");

        assertThat(small.format()).isEqualTo(TableFormat.csv());
        assertThat(small.title().isEmpty()).isTrue();
        assertThat(small.horizonDays()).isEmpty();
        assertThat(small.leadDays()).isEmpty();
        assertThat(small.validDays()).isEqualTo(30);
        assertThat(small.language()).isEqualTo(Language.ENGLISH);
        assertThat(small.estimand()).isEqualTo(Estimand.USUAL_CARE);
        assertThat(small.bands()).isEqualTo(BandCuts.standard());
        assertThat(small.leastImpact()).isEqualTo(0.05);
        assertThat(small.acknowledged()).isEmpty();
        assertThat(small.reasons()).isSameAs(ReasonCatalogue.standard());
        assertThat(small.label().kind()).isEqualTo(ColumnKind.CATEGORY);
        assertThat(small.valueColumn()).isEmpty();
    }

    @Test
    void findsTheTableBesideItself() {
        assertThat(Descriptions.read(FULL).table(Path.of("datasets", "full", "dataset.yaml")))
                .isEqualTo(Path.of("datasets", "full", "data", "full.csv"));
        assertThat(Descriptions.with("").table(Path.of("dataset.yaml"))).isEqualTo(Path.of("small.csv"));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments("horizonDays: 0\n", "'horizonDays' is '0'; expected a whole number from 1 to 3650"),
                arguments("leadDays: -1\n", "'leadDays' is '-1'; expected a whole number from 0 to 3650"),
                arguments("validDays: never\n", "'validDays' is 'never'; expected a whole number from 1 to 3650"),
                arguments("language: fr\n", "'language' is 'fr'; expected one of en, zh-CN"),
                arguments("estimand: all\n", "'estimand' is 'all'; expected one of usual-care, no-care"),
                arguments(
                        "bands: {high: 40}\n",
                        "bands: 50.0, 40.0, 95.0 (expected: elevated, high and critical ascending between 0 and 100)"),
                arguments(
                        "bands: {elevated: 101}\n", "'bands' has elevated '101'; expected a number from 0.0 to 100.0"),
                arguments("leastImpact: -0.1\n", "'leastImpact' is '-0.1'; expected a number from 0.0 to 10.0"),
                arguments(
                        "titel: x\n",
                        "unknown key 'titel'; known are acknowledged, bands, columns, costs, estimand, format, horizonDays, interactions, language, leadDays, leastImpact, name, reasons, table, title, validDays; did you mean 'title'?"),
                arguments(
                        "acknowledged: {near-copies: [x]}\n",
                        "'near-copies' of 'acknowledged' is a list; expected text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void refusesAWrongKeyByItsLine(String key, String sentence) {
        assertThat(Faults.of(() -> Descriptions.with(key))).hasMessage("dataset.yaml line 1: " + sentence);
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                arguments(
                        "{role: featur, kind: number}",
                        "column 'x' has role 'featur'; expected one of id, feature, label, date, group, owner, preference, consent, objection, departure, weight, ignore"),
                arguments(
                        "{kind: number}",
                        "'role' of column 'x' is missing; expected one of id, feature, label, date, group, owner, preference, consent, objection, departure, weight, ignore"),
                arguments(
                        "{role: feature}",
                        "'kind' of column 'x' is missing; expected one of number, category, flag, date"),
                arguments(
                        "{role: feature, kind: text}",
                        "column 'x' has kind 'text'; expected one of number, category, flag, date"),
                arguments(
                        "{role: feature, kind: date}",
                        "column 'x' is a feature of kind date; a model cannot look at a date, but at a number of days since it"),
                arguments(
                        "{role: feature, kind: number, reason: prise}",
                        "column 'x' has reason 'prise'; expected one of core-service, service-encounter, failed-recovery, price, inconvenience, neglect, need-change, competitor, finances, disengagement, profile; did you mean 'price'?"),
                arguments("{role: ignore, reason: price}", "column 'x' has a reason, which only a feature can have"),
                arguments(
                        "{role: ignore, acknowledged: why}", "column 'x' is acknowledged, which only a feature can be"),
                arguments(
                        "{role: feature, kind: number, levels: {a: A}}",
                        "column 'x' has levels, which only a column of kind category or flag has"),
                arguments(
                        "{role: feature, kind: flag, levels: {\"1\": A}}",
                        "column 'x' names the level '1'; the levels of a flag are yes and no"),
                arguments(
                        "{role: feature, kind: category, monotone: up}",
                        "column 'x' is monotone, which only a feature of kind number can be"),
                arguments(
                        "{role: feature, kind: number, monotone: rising}",
                        "column 'x' has monotone 'rising'; expected one of none, up, down"),
                arguments(
                        "{role: feature, kind: category, value: true}",
                        "column 'x' is the value, which only a column of kind number can be"),
                arguments(
                        "{role: feature, kind: flag, unit: x}",
                        "column 'x' has a unit, which only a column of kind number can have"),
                arguments(
                        "{role: feature, kind: number, positive: a}",
                        "column 'x' has a positive cell, which only the label has"),
                arguments(
                        "{role: feature, kind: number, sensitive: yes}",
                        "column 'x' has sensitive 'yes'; expected true or false"),
                arguments(
                        "{role: feature, kind: number, tokens: {yes: [a], no: [b]}}",
                        "column 'x' has tokens, which only a column of kind flag has"),
                arguments(
                        "{role: feature, kind: flag, tokens: {yes: [a]}}",
                        "'tokens' of column 'x': a flag needs at least one word for yes and one for no"),
                arguments(
                        "{role: feature, kind: flag, tokens: {yes: [a], no: [a]}}",
                        "'tokens' of column 'x': a word of a flag cannot mean both yes and no"),
                arguments(
                        "{role: id, kind: number}",
                        "column 'x' tells rows apart by its exact characters; expected kind category"),
                arguments("{role: date, kind: number}", "column 'x' has the role date; expected kind date"),
                arguments(
                        "{role: label, kind: number, positive: 1}",
                        "column 'x' is the label; expected kind category or flag"),
                arguments(
                        "{role: label}",
                        "column 'x' is the label; expected 'positive', the cell that means the customer left"),
                arguments(
                        "{role: label, positive: \"\"}",
                        "'positive' of column 'x' is empty; leave it out or give it a value"),
                arguments(
                        "{role: feature, kind: number, colour: red}",
                        "column 'x' has the unknown key 'colour'; known are acknowledged, actionable, daily, kind, levels, mayBeMissing, monotone, names, positive, reason, role, sensitive, tokens, unit, value"),
                arguments("feature", "column 'x' is text; expected a mapping with its role"),
                arguments(
                        "{role: feature, kind: category, names: {de: X}}", "language 'de'; expected one of en, zh-CN"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void refusesAColumnThatMakesNoSense(String definition, String sentence) {
        assertThat(Faults.of(() -> Descriptions.column(definition))).hasMessage("dataset.yaml line 5: " + sentence);
    }

    @Test
    void namesTheLineOfTheKeyRatherThanOfTheColumn() {
        InputException fault = Faults.of(
                () -> Descriptions.columns("  x:\n    role: feature\n    kind: flag\n    names: X\n    unit: m\n"));

        assertThat(fault).hasMessageStartingWith("dataset.yaml line 9: ");
    }

    static Stream<Arguments> wholes() {
        String label = "  y: {role: label, positive: a}\n";
        String feature = "  f: {role: feature, kind: number}\n";
        return Stream.of(
                arguments(
                        feature, 4, "no column has the role label; expected one that tells whether the customer left"),
                arguments(label, 4, "no column has the role feature; expected one that the model may look at"),
                arguments(
                        label + feature + "  z: {role: label, positive: a}\n",
                        7,
                        "column 'z' is the label, but so is 'y' in line 5; expected one at most"),
                arguments(
                        label + feature + "  i: {role: id}\n  j: {role: id}\n",
                        8,
                        "column 'j' is the id, but so is 'i' in line 7; expected one at most"),
                arguments(
                        label + feature + "  g: {role: group}\n  h: {role: group}\n",
                        8,
                        "column 'h' is the group, but so is 'g' in line 7; expected one at most"),
                arguments(
                        label + feature + "  d: {role: date}\n  e: {role: date}\n",
                        8,
                        "column 'e' is the date, but so is 'd' in line 7; expected one at most"),
                arguments(
                        label + feature + "  v: {role: weight}\n  w: {role: weight}\n",
                        8,
                        "column 'w' is the weight, but so is 'v' in line 7; expected one at most"),
                arguments(
                        label + feature + "  w: {role: weight, kind: category}\n",
                        7,
                        "column 'w' says how much a row counts; expected kind number"),
                arguments(
                        label + feature + "  w: {role: weight, value: true}\n",
                        7,
                        "column 'w' is the value and the weight; expected one of the two"),
                arguments(
                        label + "  f: {role: feature, kind: number, value: true}\n  v: {role: ignore, value: true}\n",
                        7,
                        "column 'v' is the value, but so is 'f' in line 6; expected one at most"),
                arguments(
                        label + feature + "  y: {role: ignore}\n", 7, "'y' stands here again; it was given in line 5"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wholes")
    void refusesColumnsThatDoNotMakeATable(String columns, int line, String sentence) {
        assertThat(Faults.of(() -> Descriptions.columns(columns)))
                .hasMessage("dataset.yaml line " + line + ": " + sentence);
    }

    @Test
    void refusesAPositiveCellThatMeansNotKnown() {
        String yaml =
                "format: 1\nname: x\ntable: {path: x.csv, missing: [\"\", NA]}\ncolumns:\n  f: {role: feature, kind: number}\n  y: {role: label, positive: NA}\n";

        assertThat(Faults.of(() -> Descriptions.read(yaml)))
                .hasMessage(
                        "dataset.yaml line 6: column 'y' is positive where it reads 'NA', but 'missing' of 'table' says that this means not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "1.0", "one"})
    void refusesAFormatItDoesNotKnow(String format) {
        assertThat(Faults.of(() -> Descriptions.read("format: " + format + "\nname: x\n")))
                .hasMessage("dataset.yaml line 1: 'format' is '" + format + "'; this version reads format 1 only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Telco",
                "-a",
                "../a",
                "a/b",
                "a b",
                "客户",
                ".a",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesANameUnfitForFilesAndReplies(String name) {
        assertThat(Faults.of(() ->
                        Descriptions.read("format: 1\nname: \"" + name + "\"\ntable: {path: x.csv}\ncolumns: {}\n")))
                .hasMessageStartingWith("dataset.yaml line 2: 'name' is '");
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments(
                        "{path: x.csv, delimiter: \";;\"}",
                        "'delimiter' is ';;'; expected one character such as \",\" or \";\" or \"|\", or tab"),
                arguments(
                        "{path: x.csv, delimiter: a}",
                        "'delimiter' is 'a'; expected one character such as \",\" or \";\" or \"|\", or tab"),
                arguments(
                        "{path: x.csv, encoding: UTF8MB4}",
                        "'encoding' is 'UTF8MB4'; expected one of UTF-8, GB18030, ISO-8859-1, windows-1252, UTF-16; did you mean UTF-8?"),
                arguments(
                        "{path: x.csv, encoding: \"a b\"}",
                        "'encoding' is 'a b'; expected one of UTF-8, GB18030, ISO-8859-1, windows-1252, UTF-16"),
                arguments("{path: x.csv, missing: NA}", "'missing' of 'table' is text; expected a list"),
                arguments("{delimiter: \",\"}", "'path' of 'table' is missing; expected text"),
                arguments("x.csv", "'table' is text; expected a mapping"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void refusesATableThatCannotBeRead(String table, String sentence) {
        assertThat(Faults.of(() -> Descriptions.read("format: 1\nname: x\ntable: " + table + "\ncolumns: {}\n")))
                .hasMessage("dataset.yaml line 3: " + sentence);
    }

    @Test
    void acceptsATableThatDescribesItself() {
        Descriptions.with("").requireForTraining("small.csv", List.of("churn", "plan", "tenure", "id"));
        Descriptions.read(FULL)
                .requireForTraining(
                        "full.csv",
                        List.of(
                                "客户号",
                                "left",
                                "as_of",
                                "household",
                                "agent",
                                "channel",
                                "may_call",
                                "months",
                                "charge"));
    }

    @Test
    void namesTheColumnATrainingTableLacks() {
        DatasetDescription small = Descriptions.with("");

        assertThat(Faults.of(() -> small.requireForTraining("small.csv", List.of("id", "Tenure", "plan", "churn"))))
                .hasMessage(
                        "small.csv has no column 'tenure', which is a feature in the description of small; did you mean 'Tenure'?");
        assertThat(Faults.of(() -> small.requireForTraining("small.csv", List.of("tenure", "plan", "churn"))))
                .hasMessage("small.csv has no column 'id', which is an id in the description of small");
    }

    @Test
    void namesUpToFiveColumnsThatATableLacks() {
        DatasetDescription full = Descriptions.read(FULL);
        DatasetDescription small = Descriptions.with("");

        assertThat(Faults.of(() -> full.requireForTraining("full.csv", List.of("客户号", "as_of", "household"))))
                .hasMessage("full.csv has no columns 'left', 'agent', 'channel', 'may_call', 'months' and 1 more,"
                        + " which the description of full-table.1 names");
        assertThat(Faults.of(() -> small.requireForScoring("new.csv", List.of("plan", "Tenure"))))
                .hasMessage("new.csv has no columns 'id', 'tenure', which the description of small names;"
                        + " did you mean 'Tenure'?");
        assertThat(Faults.of(() -> small.requireForScoring("new.csv", List.of("id;tenure;plan"))))
                .hasMessage("new.csv has no columns 'id', 'tenure', 'plan', which the description of small names;"
                        + " its only column is 'id;tenure;plan', while every name needs a cell of its own");
    }

    @Test
    void namesTheColumnThatIsNotDescribed() {
        assertThat(Faults.of(() -> Descriptions.with("")
                        .requireForTraining("small.csv", List.of("id", "tenure", "plan", "churn", "left_on"))))
                .hasMessage(
                        "small.csv has the column 'left_on', which the description of small does not name; describe it, or give it the role ignore");
    }

    @Test
    void needsOnlyFeaturesAndIdToScore() {
        DatasetDescription small = Descriptions.with("");

        small.requireForScoring("new.csv", List.of("more", "plan", "tenure", "id"));
        assertThat(Faults.of(() -> small.requireForScoring("new.csv", List.of("id", "tenure", "churn")))
                        .code())
                .isEqualTo("missing_column");
        assertThat(Faults.of(() -> small.requireForScoring("new.csv", List.of("tenure", "plan"))))
                .hasMessage("new.csv has no column 'id', which is an id in the description of small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"telco", "mlc_churn"})
    void describesTheTablesThatComeWithTheProject(String name) {
        Path file = Path.of("..", "datasets", name, "dataset.yaml");
        DatasetDescription description = DatasetDescription.read(file);

        try (TableReader table = TableReader.open(description.table(file), description.format())) {
            description.requireForTraining(table.name(), table.header());
            description.requireForScoring(table.name(), table.header());
            int label = table.column(description.label().name()).orElseThrow();
            long positive = 0;
            while (table.advance()) {
                positive += table.row().cell(label).equals(description.label().positive()) ? 1 : 0;
            }
            assertThat(description.name()).isEqualTo(name);
            assertThat((double) positive / table.rows()).as("share that left").isBetween(0.1, 0.3);
        }
    }
}
