package io.holdfast.care.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.scoring.fault.InputException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is one change of a playbook that is right, and its message is told in full. */
final class PlaybookFaultsTest {
    @ParameterizedTest(name = "{2}")
    @MethodSource({"faultsOfTheFile", "faultsOfTheHoldOut", "faultsOfTiers", "faultsOfActions"})
    void tellsWhatIsWrongAndWhere(String part, String replacement, String code, String message) {
        assertFault(PlaybookText.small().with(part, replacement), code, message);
    }

    static Stream<Arguments> faultsOfTheFile() {
        return Stream.of(
                arguments(
                        "format: 1",
                        "format: 3",
                        "unsupported_format",
                        "line 1: 'format' is '3'; this version reads formats 1 and 2"),
                arguments(
                        "format: 1\n",
                        "",
                        "missing_key",
                        "line 1: 'format' is missing; expected the line 'format: 1' or 'format: 2'"),
                arguments(
                        "name: small",
                        "name: Kunden pflegen",
                        "wrong_value",
                        "line 2: 'name' is 'Kunden pflegen'; expected 1 to 64 lower-case letters, digits, points, hyphens"
                                + " or underscores, a letter or digit first"),
                arguments(
                        "contactThreshold: 0.3",
                        "contactThreshold: 30",
                        "wrong_value",
                        "line 3: 'contactThreshold' is '30'; expected a number from 0.0 to 1.0"),
                arguments(
                        "contactThreshold: 0.3",
                        "contactThreshold: 30 %",
                        "wrong_value",
                        "line 3: 'contactThreshold' is '30 %'; expected a number from 0.0 to 1.0"),
                arguments(
                        "contactThreshold: 0.3\n",
                        "",
                        "missing_key",
                        "line 1: 'contactThreshold' is missing; expected a number from 0.0 to 1.0"),
                arguments(
                        "contactThreshold",
                        "contactTreshold",
                        "missing_key",
                        "line 1: 'contactThreshold' is missing; expected a number from 0.0 to 1.0; is 'contactTreshold' in line 3 meant?"),
                arguments(
                        "name: small",
                        "name: small\nowner: me",
                        "unknown_key",
                        "line 3: unknown key 'owner'; known are actions, contactThreshold, format, holdOut,"
                                + " jurisdiction, name, tiers"),
                arguments(
                        "priceAffecting: false\n    text: {en: Explain",
                        "priceAffecting: true\n    text: {en: Explain",
                        "missing_key",
                        "line 1: 'jurisdiction' is missing, but action 'bill-letter' affects prices; expected the law it"
                                + " was checked against"));
    }

    static Stream<Arguments> faultsOfTheHoldOut() {
        return Stream.of(
                arguments(
                        "holdOut: {salt: test-1, share: 0, tiers: {key: 0}}\n",
                        "",
                        "missing_key",
                        "line 1: 'holdOut' is missing; expected a mapping"),
                arguments(
                        "salt: test-1",
                        "salt: \"a:b\"",
                        "wrong_value",
                        "line 4: 'holdOut' has salt 'a:b'; expected 1 to 64 letters, digits, points, hyphens or"
                                + " underscores"),
                arguments("salt: test-1, ", "", "missing_key", "line 4: 'salt' of 'holdOut' is missing; expected text"),
                arguments(
                        "share: 0,",
                        "share: 5,",
                        "wrong_value",
                        "line 4: 'holdOut' has share '5'; expected a number from 0.0 to 1.0"),
                arguments(
                        "share: 0,",
                        "share: NaN,",
                        "wrong_value",
                        "line 4: 'holdOut' has share 'NaN'; expected a number from 0.0 to 1.0"),
                arguments(
                        "{key: 0}",
                        "{key: -0.1}",
                        "wrong_value",
                        "line 4: 'tiers' of 'holdOut' has key '-0.1'; expected a number from 0.0 to 1.0"),
                arguments(
                        "{key: 0}",
                        "{kye: 0}",
                        "unknown_tier",
                        "line 4: 'holdOut' names the tier 'kye'; 'tiers' gives key, ordinary, small; did you mean"
                                + " 'key'?"),
                arguments(
                        "share: 0,",
                        "share: 0, until: 2027-01-01,",
                        "unknown_key",
                        "line 4: 'holdOut' has the unknown key 'until'; known are salt, share, tiers"));
    }

    static Stream<Arguments> faultsOfTiers() {
        return Stream.of(
                arguments(
                        "{tier: ordinary, atLeast: 40}",
                        "{tier: ordinary, atLeast: 90}",
                        "tiers_out_of_order",
                        "line 7: tier 'ordinary' begins at a value that tier 'key' has taken already; expected"
                                + " 'atLeast' to fall from tier to tier"),
                arguments(
                        "{tier: ordinary, atLeast: 40}",
                        "{tier: key, atLeast: 40}",
                        "tiers_out_of_order",
                        "line 7: tier 'key' stands after 'key'; expected each tier once, in the order key, ordinary,"
                                + " small"),
                arguments(
                        "{tier: key, atLeast: 90}\n  - {tier: ordinary, atLeast: 40}",
                        "{tier: ordinary, atLeast: 90}\n  - {tier: key, atLeast: 40}",
                        "tiers_out_of_order",
                        "line 7: tier 'key' stands after 'ordinary'; expected each tier once, in the order key, ordinary,"
                                + " small"),
                arguments(
                        "{tier: ordinary, atLeast: 40}",
                        "{tier: ordinary}",
                        "tiers_out_of_order",
                        "line 7: tier 'ordinary' has no 'atLeast', which only the last may leave out: no customer would"
                                + " reach the next"),
                arguments(
                        "{tier: small}",
                        "{tier: small, atLeast: 0}",
                        "tiers_leave_a_gap",
                        "line 8: the last tier, 'small', has 'atLeast'; expected none, so that every customer with a"
                                + " value has a tier"),
                arguments(
                        "{tier: small}",
                        "{tier: tiny}",
                        "wrong_value",
                        "line 8: a tier rule has tier 'tiny'; expected one of key, ordinary, small, unprofitable"),
                arguments(
                        "{tier: small}",
                        "{tier: unprofitable}",
                        "unprofitable_by_value",
                        "line 8: tier 'unprofitable' cannot be cut by value: a low value does not show that a customer"
                                + " costs more than they bring"),
                arguments(
                        "atLeast: 90",
                        "atLeast: a lot",
                        "wrong_value",
                        "line 6: a tier rule has atLeast 'a lot'; expected a number from -1.0E12 to 1.0E12"),
                arguments(
                        "{tier: small}",
                        "small",
                        "wrong_type",
                        "line 8: a tier rule is text; expected {tier: ..., atLeast: ...}"),
                arguments(
                        "{tier: small}",
                        "{tier: small, below: 40}",
                        "unknown_key",
                        "line 8: a tier rule has the unknown key 'below'; known are atLeast, tier"),
                arguments(
                        PlaybookText.TIERS,
                        "tiers: []\n",
                        "wrong_value",
                        "line 5: 'tiers' is empty; leave it out if there are no tiers"),
                arguments(
                        ", tiers: {key: 0}}\n" + PlaybookText.TIERS,
                        "}\n",
                        "tiers_missing",
                        "line 8: action 'visit' names the tier 'key', but the playbook has no 'tiers' that say by which"
                                + " value; add them"),
                arguments(
                        "tiers: [key]",
                        "tiers: [unprofitable]",
                        "unknown_tier",
                        "line 12: action 'visit' names the tier 'unprofitable'; 'tiers' gives key, ordinary, small"));
    }

    static Stream<Arguments> faultsOfActions() {
        return Stream.of(
                arguments(
                        "code: bill-letter",
                        "code: visit",
                        "duplicate_action",
                        "line 22: action 'visit' stands here again; the first is in line 10"),
                arguments(
                        "code: visit",
                        "code: Visit_1",
                        "wrong_value",
                        "line 10: an action has code 'Visit_1'; expected lower-case words joined by hyphens, at most 40"
                                + " characters"),
                arguments(
                        "code: visit\n    reasons",
                        "reasons",
                        "missing_key",
                        "line 10: 'code' of an action is missing; expected text"),
                arguments(
                        "    reasons: [core-service]\n",
                        "",
                        "missing_key",
                        "line 10: 'reasons' of action 'visit' is missing; expected a list"),
                arguments(
                        "reasons: [core-service]",
                        "reasons: []",
                        "wrong_value",
                        "line 11: 'reasons' of action 'visit' is empty; expected at least one code"),
                arguments(
                        "reasons: [core-service]",
                        "reasons: core-service",
                        "wrong_type",
                        "line 11: 'reasons' of action 'visit' is text; expected a list"),
                arguments(
                        "reasons: [core-service]",
                        "reasons: [{core-service: yes}]",
                        "wrong_type",
                        "line 11: 'reasons' of action 'visit' holds a mapping; expected codes"),
                arguments(
                        "[core-service]",
                        "[core-service, core-service]",
                        "wrong_value",
                        "line 11: action 'visit' names 'core-service' twice; expected once"),
                arguments(
                        "[core-service]",
                        "\n      - core-service\n      - profile",
                        "reason_not_actionable",
                        "line 13: action 'visit' answers 'profile', which says who the customer is: nobody's fault, and"
                                + " nothing that care could answer"),
                arguments(
                        "tiers: [key, ordinary]",
                        "tiers: []",
                        "wrong_value",
                        "line 18: 'tiers' of action 'bill-review' is empty; expected at least one code"),
                arguments(
                        "tiers: [key, ordinary]",
                        "tiers: [key, key]",
                        "wrong_value",
                        "line 18: action 'bill-review' names 'key' twice; expected once"),
                arguments(
                        "channel: phone",
                        "channel: phon",
                        "wrong_value",
                        "line 19: action 'bill-review' has channel 'phon'; expected one of phone, message, email, letter,"
                                + " in-person"),
                arguments(
                        "channel: phone\n    priceAffecting: false",
                        "channel: phone",
                        "missing_key",
                        "line 16: 'priceAffecting' of action 'bill-review' is missing; expected true if it can change"
                                + " what a customer pays or is granted, else false"),
                arguments(
                        "channel: phone\n    priceAffecting: false",
                        "channel: phone\n    priceAffecting: No",
                        "wrong_value",
                        "line 20: action 'bill-review' has priceAffecting 'No'; expected true or false"),
                arguments(
                        "{en: Visit., zh-CN: 上门。}",
                        "{en: Visit.}",
                        "missing_text",
                        "line 15: 'text' of action 'visit' lacks zh-CN; expected a text in every language"),
                arguments(
                        "{en: Visit., zh-CN: 上门。}",
                        "{en: Visit., zh-CN: \" \"}",
                        "missing_text",
                        "line 15: 'text' of action 'visit' lacks zh-CN; expected a text in every language"),
                arguments(
                        "{en: Visit., zh-CN: 上门。}",
                        "Visit.",
                        "wrong_type",
                        "line 15: 'text' of action 'visit' is text; expected a mapping"),
                arguments(
                        "{en: Visit., zh-CN: 上门。}",
                        "{en: Visit., zh: 上门。}",
                        "unknown_language",
                        "line 15: language 'zh'; expected one of en, zh-CN"),
                arguments(
                        "en: Visit.",
                        "en: " + "x".repeat(2001),
                        "wrong_value",
                        "line 15: 'text' of action 'visit' has 2001 characters in en; expected at most 2000"),
                arguments(
                        "code: visit",
                        "code: visit\n    cost: 12",
                        "unknown_key",
                        "line 11: action 'visit' has the unknown key 'cost'; known are channel, code, priceAffecting,"
                                + " reasons, text, tiers"),
                arguments(
                        "- code: bill-review\n    reasons: [price, inconvenience]\n    tiers: [key, ordinary]",
                        "- bill-review\n  - code: x\n    reasons: [price, inconvenience]\n    tiers: [key, ordinary]",
                        "wrong_type",
                        "line 16: an action is text; expected a mapping"),
                arguments(
                        "reasons: [price, inconvenience]\n    tiers: [key, ordinary]",
                        "reasons: [price, inconvenience]",
                        "unreachable_action",
                        "line 21: action 'bill-letter' is never chosen: the actions before it already answer its reasons"
                                + " for all its customers; put the more particular action first"));
    }

    @Test
    void refusesAPlaybookWithoutActions() {
        String text = PlaybookText.small().text();
        String head = text.substring(0, text.indexOf("actions:"));

        assertFault(
                new PlaybookText(head + "actions: []\n"),
                "wrong_value",
                "line 9: 'actions' is empty; expected at least one action");
        assertFault(new PlaybookText(head), "missing_key", "line 1: 'actions' is missing; expected a list");
    }

    @Test
    void refusesTiersOfTheHoldOutWithoutRules() {
        PlaybookText text = new PlaybookText("""
                format: 1
                name: small
                contactThreshold: 0.3
                holdOut:
                  salt: test-1
                  share: 0.05
                  tiers:
                    key: 0.01
                """);

        assertFault(
                text,
                "tiers_missing",
                "line 8: 'holdOut' names the tier 'key', but the playbook has no 'tiers' that say by which value; add"
                        + " them");
    }

    private static void assertFault(PlaybookText text, String code, String message) {
        assertThatThrownBy(text::read).isInstanceOfSatisfying(InputException.class, fault -> {
            assertThat(fault).hasMessage("playbook.yaml " + message);
            assertThat(fault.code()).isEqualTo(code);
        });
    }
}
