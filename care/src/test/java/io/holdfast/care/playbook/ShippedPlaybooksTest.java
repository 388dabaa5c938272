package io.holdfast.care.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.dataset.Column;
import io.holdfast.scoring.dataset.DatasetDescription;
import io.holdfast.scoring.dataset.Reason;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships with the product is read by it: playbooks of the datasets, and the example of the documentation. */
final class ShippedPlaybooksTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("datasets")
    void fitsItsDataset(Path dataset) {
        playbook(dataset).requireFits(description(dataset));
    }

    /** Also what no reason leads to, and what is for some stages only. */
    @Test
    void namesAllThatCanBeDone() {
        Playbook telecom = Playbook.read(ROOT.resolve("datasets/playbooks/telecom.yaml"));

        assertThat(telecom.codes()).contains("welcome", "contract-benefit", "bill-review");
        assertThat(telecom.actions().stream().map(CareAction::code)).doesNotContain("welcome");
    }

    /** Whoever is at risk for a reason that care can answer gets an answer, also where nobody knows the customer's value. */
    @ParameterizedTest
    @MethodSource("datasets")
    void answersEveryActionableReasonOfItsDatasetForEverybody(Path dataset) {
        Playbook playbook = playbook(dataset);
        DatasetDescription description = description(dataset);
        List<Reason> actionable = description.features().stream()
                .filter(Column::actionable)
                .map(column -> description.reasons().reason(column.reason()))
                .filter(Reason::actionable)
                .distinct()
                .toList();

        assertThat(actionable)
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(playbook.actions())
                        .as(reason.code())
                        .anyMatch(action -> action.answers(reason.code(), Optional.empty())));
    }

    @Test
    void theExampleOfTheDocumentationHoldsWhatItsTablesSay() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(ROOT.resolve("docs/playbook.md")));
        assertThat(example.find()).isTrue();

        Playbook playbook = Playbook.read("docs/playbook.md", example.group(1).getBytes(StandardCharsets.UTF_8));

        playbook.requireReasons(ReasonCatalogue.standard());
        assertThat(playbook.actions())
                .extracting(CareAction::code)
                .containsExactly("bill-review", "bill-explained", "contract-benefit");
    }

    /** What competes for a team's capacity lives as long as the period that the capacity is of; services, events and occasions do not wait that long. */
    @ParameterizedTest
    @MethodSource("plans")
    void nothingExpiresBeforeThereIsCapacityForIt(Path file) {
        Planning planning = Playbook.read(file).planning().orElseThrow();

        assertThat(planning.plays().stream()
                        .filter(play -> play.triggers().events().isEmpty()
                                && (!play.triggers().timing().isOccasion()
                                        || play.triggers().timing() instanceof Timing.ContractEnd)
                                && play.steps().stream()
                                        .anyMatch(step -> !step.team().isEmpty())))
                .isNotEmpty()
                .allSatisfy(play -> assertThat(play.conduct().expiresAfterDays()
                                + play.steps().get(play.steps().size() - 1).afterDays())
                        .as(play.code())
                        .isGreaterThanOrEqualTo(planning.periodDays() - 1));
    }

    static Stream<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("datasets/playbooks"))) {
            return Stream.concat(
                    files.sorted().toList().stream(), Stream.of(ROOT.resolve("datasets/telco/playbook.yaml")));
        }
    }

    static Stream<Path> datasets() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("datasets"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("playbook.yaml"))).sorted().toList().stream();
        }
    }

    private static Playbook playbook(Path dataset) {
        return Playbook.read(dataset.resolve("playbook.yaml"));
    }

    private static DatasetDescription description(Path dataset) {
        return DatasetDescription.read(dataset.resolve("dataset.yaml"));
    }
}
