package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.scoring.fault.Faults;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadDescriptionTest {
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
}
