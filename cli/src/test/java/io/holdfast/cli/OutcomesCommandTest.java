package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.serving.store.Outcome;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of outcomes, as somebody takes them into a store. */
class OutcomesCommandTest {
    private static final String HEADER =
            "outcome_id,customer_id,kind,leave_type,amount,decision_id,supersedes,occurred_at,reported_at\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTheStore() {
        Store.open(new StoreLocation.SqliteFile(folder.resolve("care.db"))).close();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private CommandRun take(Path file) {
        return CommandRun.of("outcomes", "import", file, "--store", folder.resolve("care.db"));
    }

    private List<Outcome> of(String customer) {
        try (Store store = Store.open(new StoreLocation.SqliteFile(folder.resolve("care.db")))) {
            return store.outcomes().of(customer);
        }
    }

    @Test
    void theSameFileTwiceCountsOnce() throws IOException {
        String rows = IntStream.range(0, 1234)
                .mapToObj(i -> "o-" + i + ",C-1,margin,," + i + ".5,,,2026-01-05,2026-01-06T09:30:00+08:00")
                .collect(Collectors.joining("\n"));
        Path file = write("outcomes.csv", HEADER + rows + "\n");

        CommandRun first = take(file);
        CommandRun second = take(file);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("1234 outcomes are new, 0 were there already, 0 were refused.");
        assertThat(first.err()).contains("unknown_customer");
        assertThat(second.exitCode()).isZero();
        assertThat(second.err()).contains("0 outcomes are new, 1234 were there already, 0 were refused.");
        assertThat(of("C-1")).hasSize(1234);
    }

    @Test
    void everyLineThatIsNotTakenIsASentenceAndTheOthersAreKept() throws IOException {
        Path file = write(
                "outcomes.csv",
                HEADER
                        + "o-1,0012345,left,voluntary,,,,2026-01-05T10:00:00Z,2026-01-06\n"
                        + "o-2,0012345,left,,,,,2026-01-05,2026-01-06\n"
                        + "o-3,0012345,margin,,12 EUR,,,2026-01-05,2026-01-06\n"
                        + "o-4,0012345,gone,,,,,2026-01-05,2026-01-06\n"
                        + "o-5,0012345,returned,,,d-0,,2026-01-05,2026-01-06\n"
                        + "o-6,0012345,returned,,,,,2026-01-05,2036-01-06\n"
                        + "o-7,0012345,returned,,,,,yesterday,2026-01-06\n"
                        + "o-1,0012345,left,natural,,,,2026-01-05T10:00:00Z,2026-01-06\n"
                        + "o-8,0012345,left,natural,,,,2036-01-05,2026-01-06\n");
        CommandRun run = take(file);

        assertThat(run.exitCode()).isEqualTo(3);
        List<String> odd =
                run.err().lines().filter(line -> line.contains("taken, but ")).toList();
        assertThat(odd).hasSize(2);
        assertThat(odd.get(0)).endsWith("line 2: taken, but unknown_customer: customer_id '0012345'");
        assertThat(odd.get(1)).endsWith("line 10: taken, but future: occurred_at '2036-01-05'");
        List<String> sentences =
                run.err().lines().filter(line -> !odd.contains(line)).toList();
        assertThat(sentences).hasSize(8);
        assertThat(sentences.get(0)).contains("line 4, column 'amount': '12 EUR'; expected a number");
        assertThat(sentences.get(1)).contains("line 3, column 'leave_type'");
        assertThat(sentences.get(2)).contains("line 5, column 'kind'");
        assertThat(sentences.get(3)).contains("line 6").contains("no such decision");
        assertThat(sentences.get(4)).contains("line 7, column 'reported_at'").contains("not come yet");
        assertThat(sentences.get(5)).contains("line 8, column 'occurred_at'");
        assertThat(sentences.get(6)).contains("line 9").contains("Another outcome has this id");
        assertThat(sentences.subList(0, 7)).allMatch(sentence -> sentence.contains("expected"));
        assertThat(sentences.get(7))
                .contains("2 outcomes are new")
                .contains("7 were refused")
                .contains("future 1");
        assertThat(of("0012345")).extracting(Outcome::outcomeId).containsExactly("o-1", "o-8");
    }

    @Test
    void sentencesSpeakOfTheFile() throws IOException {
        Path file = write(
                "outcomes.csv",
                HEADER
                        + "o-1,C-1,,,,,,2026-01-05,2026-01-06\n"
                        + "o-2,C-1,stayed,voluntary,,,,2026-01-05,2026-01-06\n"
                        + "o-3,C-1,stayed,,,,,2026-01-07T10:00:00Z,2026-01-05\n");
        CommandRun run = take(file);

        assertThat(run.err())
                .contains("line 2, column 'kind': The cell is empty")
                .doesNotContain("field", "body", "leaveType", "occurredAt", "reportedAt");
    }

    @Test
    void aCellThatItsKindNeedsIsSaidToBeEmptyAndNotItsColumnMissing() throws IOException {
        Path file = write(
                "outcomes.csv",
                HEADER + "o-1,C-1,left,,,,,2026-01-05,2026-01-06\no-2,C-1,margin,,,,,2026-01-05,2026-01-06\n");
        CommandRun english = take(file);
        CommandRun chinese =
                CommandRun.of("outcomes", "import", file, "--store", folder.resolve("care.db"), "--language", "zh-CN");

        assertThat(english.exitCode()).isEqualTo(3);
        assertThat(english.err())
                .contains(
                        "line 2, column 'leave_type': The cell is empty, but this kind needs it (expected: voluntary, "
                                + "involuntary, natural, internal, partial).")
                .contains("line 3, column 'amount': The cell is empty, but this kind needs it (expected: a number")
                .doesNotContain("missing");
        assertThat(chinese.err()).contains("单元格为空，而此类结果需要该值").doesNotContain("缺少");
    }

    @Test
    void namesTheFirstOddLinesOfEachKind() throws IOException {
        String rows = IntStream.range(0, 25)
                .mapToObj(i -> "o-" + i + ",C-1,stayed,,,,,2026-01-05,2026-02-0" + (i % 2 == 0 ? 1 : 2))
                .collect(Collectors.joining("\n"));
        CommandRun run = take(write("outcomes.csv", HEADER + rows + "\n"));

        List<String> odd = run.err()
                .lines()
                .filter(line -> line.contains("taken, but late"))
                .toList();
        assertThat(odd).hasSize(20);
        assertThat(odd.get(1)).contains("line 3: taken, but late: occurred_at '2026-01-05', reported_at '2026-02-02'");
        assertThat(run.err()).contains("more lines are late; the last line says how many", "late 25");
    }

    @Test
    void correctionsMayStandBeforeWhatTheyCorrect() throws IOException {
        Path file = write(
                "outcomes.csv",
                HEADER
                        + "o-2,C-1,left,natural,,,o-1,2026-01-04,2026-01-07\n"
                        + "o-1,C-1,left,voluntary,,,,2026-01-05,2026-01-06\n");

        assertThat(take(file).exitCode()).isZero();
        assertThat(take(file).err()).contains("2 were there already");
        assertThat(of("C-1")).extracting(Outcome::outcomeId).containsExactly("o-2");
    }

    @Test
    void nothingIsTakenFromAFileThatIsNoTable() throws IOException {
        String rows = IntStream.range(0, 700)
                .mapToObj(i -> "o-" + i + ",C-1,returned,,,,,2026-01-05,2026-01-06\n")
                .collect(Collectors.joining());
        CommandRun torn = take(write("torn.csv", HEADER + rows + "o-700,C-1\n"));
        CommandRun other = take(write("other.csv", "outcome_id,customer_id,colour\no-1,C-1,red\n"));
        CommandRun lacking = take(write("lacking.csv", "outcome_id,customer_id,kind,occurred_at\n"));

        assertThat(torn.exitCode()).isEqualTo(4);
        assertThat(torn.err()).contains("line 702");
        assertThat(other.exitCode()).isEqualTo(4);
        assertThat(other.err()).contains("'colour'").contains("expected among outcome_id");
        assertThat(lacking.err()).contains("reported_at is missing");
        assertThat(of("C-1")).isEmpty();
    }
}
