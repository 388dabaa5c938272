package io.holdfast.care.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.holdfast.care.fixture.PlanText;
import io.holdfast.care.fixture.PlaybookText;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a playbook of format 2 says is told with line, value and what was expected. */
final class PlanningFaultsTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "priceAffecting: true",
                        "priceAffecting: true\n    reasons: [price]",
                        "is triggered by reasons"),
                arguments(
                        "priceAffecting: true",
                        "priceAffecting: true\n    tiers: [key]",
                        "is for some tiers or stages"),
                arguments("priceAffecting: true", "priceAffecting: true\n    stages: [recovery]", "tiers or stages"),
                arguments("priceAffecting: true", "priceAffecting: false", "gives something away and says"),
                arguments("help: true", "help: false", "expected 'help: true'"),
                arguments("scopes: [vulnerability]", "scopes: []", "needs the scope 'vulnerability'"),
                arguments("scopes: [vulnerability]", "scopes: [vulnerabilty]", "expected finances or vulnerability"),
                arguments("change: -0.2, ", "change: -1.2, ", "change '-1.2'; expected a number from -1"),
                arguments("occasion: contract-end", "occasion: contract-ends", "did you mean 'contract-end'?"),
                arguments("in: [One year]", "in: []", "says nothing"),
                arguments("in: [One year]", "atLeast: 3, below: 3", "never holds"),
                arguments(
                        "team: desk\n    priceAffecting: false",
                        "team: dsk\n    priceAffecting: false",
                        "'teams' gives desk"),
                arguments("stopOn: [refused]", "stopOn: [angry]", "expected one of reached"),
                arguments("cost: 20, acceptance: 0.5", "cost: 0, acceptance: 0.5", "an offer costs nothing"),
                arguments("cadenceMonths: 12", "cadenceMonths: 0", "has no trigger"),
                arguments("jurisdiction: checked\n", "", "'jurisdiction' is missing, but action 'renewal'"),
                arguments("goal: win-back", "goal: winback", "expected one of"),
                arguments("margin: {perValue: 5, months: 12}\n", "", "'margin' is missing"),
                arguments("code: help", "code: recovery", "stands here again"),
                arguments(
                        "explorationShare: 1",
                        "explorationShare: 1, actionShare: 2",
                        "'limits' has actionShare '2'; expected a number from 0.0 to 1.0"),
                arguments(
                        "share: 0}",
                        "share: 0, campaignShare: 0.2, unprovenShare: 0.1}",
                        "unprovenShare '0.1'; expected a number from 0.2 to 1.0"),
                arguments(
                        "margin: {perValue: 5, months: 12}",
                        "margin: {perValue: 5, months: 12}\nlearnFromDays: 31",
                        "'learnFromDays' is '31'; expected 14, 30, 60 or 90"),
                arguments(
                        "leadDays: 5",
                        "leadDays: 5\n    lastsDays: -1",
                        "lastsDays '-1'; expected a whole number from 0"),
                arguments("leadDays: 5", "leadDays: 5\n    lastsDays: three months", "lastsDays 'three months'"),
                arguments(
                        "leadDays: 5",
                        "leadDays: 5\n    watchDays: 30",
                        "'watchDays' after the end of what does not last; expected 'lastsDays' beside it"),
                arguments("reasonShare: 0.3", "reasonsShare: 0.3", "unknown key 'reasonsShare'"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tellsWhatIsWrongAndWhere(String part, String replacement, String message) {
        assertThatThrownBy(() -> PlanText.small().with(part, replacement).read())
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .hasMessageMatching("playbook\\.yaml line [0-9]+: .*");
    }

    @Test
    void anActionThatNobodyEverGetsIsTakenAndNamedWithItsLine() {
        PlaybookText promotion = PlanText.small()
                .with("events: [complaint]\n    service: true", "events: [complaint]\n    service: false");
        String events = "events: [complaint]\n";

        assertThat(promotion.read().warnings())
                .containsExactly("playbook.yaml line 40: action 'recovery' is triggered by 'complaint' alone and is"
                        + " neither service nor help, so nobody ever gets it: who has a complaint open gets service and"
                        + " help only; expected 'service: true', 'help: true', 'reasons', 'cadenceMonths' or another"
                        + " event");
        assertThat(PlanText.small().read().warnings()).isEmpty();
        for (PlaybookText reached : List.of(
                promotion.with(events, "events: [complaint, complaint-closed]\n"),
                promotion.with(events, events + "    reasons: [price]\n"),
                promotion.with(events, events + "    cadenceMonths: 6\n"),
                promotion.plus("customer: {event: event, eventDay: event_day}\n"))) {
            assertThat(reached.read().warnings()).isEmpty();
        }
        assertThat(promotion.plus("customer: {event: event}\n").read().warnings())
                .as("an event without a day triggers nothing")
                .hasSize(1);
        assertThat(promotion.plus("customer: {eventDay: event_day}\n").read().warnings())
                .hasSize(1);
    }

    @Test
    void aRuleForEverybodyAndAnActionAgainstItCannotBothStand() {
        PlaybookText insurance = PlanText.small()
                .plus(
                        "forbidden:\n  - {rule: No benefits., jurisdiction: CN, citation: Insurance Law 116, offers: true}\n");

        assertThatThrownBy(insurance::read)
                .hasMessageContaining("(Insurance Law 116) forbids action 'renewal'")
                .hasMessageContaining("for everybody");
    }

    @Test
    void aPriceMayNotDependOnASensitiveColumn() {
        String yaml = """
                format: 1
                name: lines
                table: {path: lines.csv}
                columns:
                  customer: {role: id}
                  left: {role: label, kind: flag, positive: "1"}
                  bill: {role: feature, kind: number, value: true, reason: price}
                  tenure: {role: feature, kind: number, reason: profile}
                  contract_end: {role: ignore}
                  contract: {role: ignore%s}
                """;

        PlanText.small().read().requireFits(described(yaml.formatted("")));
        assertThatThrownBy(() -> PlanText.small().read().requireFits(described(yaml.formatted(", sensitive: true"))))
                .hasMessageContaining("action 'renewal' affects prices and depends on 'contract', which is sensitive");
        assertThatThrownBy(() -> PlanText.small()
                        .read()
                        .requireFits(described(yaml.formatted("").replace("tenure", "age"))))
                .hasMessageContaining("reads the column 'tenure', which lines does not have");
    }

    private static DatasetDescription described(String yaml) {
        return DatasetDescription.read("dataset.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"telecom", "retail", "online-ordering", "insurance"})
    void shippedPlaybooksAreValid(String name) {
        Playbook playbook = Playbook.read(Path.of("..", "datasets", "playbooks", name + ".yaml"));

        playbook.requireReasons(ReasonCatalogue.standard());
        assertThat(playbook.planning().orElseThrow().plays()).hasSizeGreaterThan(4);
        assertThat(playbook.actions()).isNotEmpty();
    }

    @Test
    void thePlaybookForTelecomFitsTheTelcoTable() {
        Playbook.read(Path.of("..", "datasets", "playbooks", "telecom.yaml"))
                .requireFits(DatasetDescription.read(Path.of("..", "datasets", "telco", "dataset.yaml")));
    }
}
