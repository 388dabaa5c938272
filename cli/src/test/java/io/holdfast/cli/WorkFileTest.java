package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work list as a file that somebody fills in and gives back. */
class WorkFileTest {
    private static final List<String> IDS = List.of("+8613800138000", "0012345", "=1+1", "客户-张三");

    @TempDir
    private Path folder;

    private Path store;

    @BeforeEach
    void plan() throws IOException {
        store = folder.resolve("care.db");
        StringBuilder rows =
                new StringBuilder("customer_id,left,region,tenure,monthly_charge,contract,support,paperless\n");
        IDS.forEach(id -> rows.append(id).append(",yes,north,2,95.5,monthly,none,yes\n"));
        CommandRun plan = CommandRun.of(
                "plan",
                TinyBundles.write(folder.resolve("tiny.bundle")),
                Files.writeString(folder.resolve("customers.csv"), rows),
                "--playbook",
                Files.writeString(folder.resolve("plans.yaml"), TinyPlans.PLAYBOOK),
                "--store",
                store,
                "--budget",
                "100000",
                "-o",
                folder.resolve("plan.csv"));
        assertThat(plan.exitCode()).as(plan.err()).isZero();
    }

    private CommandRun work(Object... arguments) {
        List<Object> line = new ArrayList<>(List.of("work"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--store", store));
        return CommandRun.of(line.toArray());
    }

    /** The list as a file, with what stands at the end of each line of it. */
    private Path filled(String... ends) throws IOException {
        Path list = folder.resolve("list.csv");
        CommandRun run = work("list", "-o", list, "--overwrite");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        for (int i = 0; i < ends.length; i++) {
            String line = lines.get(i + 1);
            assertThat(line).endsWith(",,,,,,");
            lines.set(i + 1, line.substring(0, line.length() - ",,,,,".length()) + ends[i] + ",");
        }
        return Files.write(folder.resolve("filled.csv"), lines);
    }

    @Test
    void whatIsFilledInIsTakenAndWhatIsNotWaits() throws IOException {
        Path filled = filled(
                "ann,accepted,很满意,2026-02-01,",
                "ann,no_answer,,2026-02-01T09:00:00Z,2026-02-03T18:00:00+08:00",
                "ann,glad,,2026-02-01,");

        CommandRun once = work("close", "--file", filled);
        CommandRun twice = work("close", "--file", filled);

        assertThat(once.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(once.err())
                .contains("filled.csv line 4, column 'disposition':", "no_answer")
                .contains("2 attempts are new, 0 were there already, 1 were refused; 1 lines say nothing yet");
        assertThat(twice.err()).contains("0 attempts are new, 2 were there already, 1 were refused");
        CommandRun closed = work("list", "--status", "closed");
        assertThat(WorkLines.column(closed, "note")).containsExactly("很满意");
        assertThat(WorkLines.column(closed, "agent")).containsExactly("ann");
        assertThat(WorkLines.column(work("list"), "outcome")).containsExactlyInAnyOrder("", "", "no_answer");
        assertThat(work("list").out()).contains("2026-02-03 10:00Z");
    }

    @Test
    void theCommandSaysWhoAndWhenForLinesThatDoNot() throws IOException {
        Path filled = filled(",accepted,,,", ",reached,,,", "bob,reached,,,", ",no_answer,,2026-02-01T08:00:00Z,");

        CommandRun nobody = work("close", "--file", filled, "--when", "2026-02-01");
        CommandRun never = work("close", "--file", filled, "--agent", "ann");

        assertThat(nobody.err()).contains("line 2: nobody is named", "--agent", "3 were refused");
        assertThat(never.err()).contains("line 2: it does not say when", "--when", "1 attempts are new");
        CommandRun both = work("close", "--file", filled, "--agent", "ann", "--when", "2026-02-01");
        assertThat(both.exitCode()).as(both.err()).isZero();
        assertThat(both.err()).contains("2 attempts are new, 2 were there already, 0 were refused.");
        assertThat(WorkLines.column(work("list", "--status", "closed"), "agent"))
                .containsExactlyInAnyOrder("ann", "ann", "bob");
    }

    @Test
    void theFileHasEveryIdAsItIsAndNeutralisesTextOnly() throws IOException {
        Path list = folder.resolve("list.csv");
        work("list", "-o", list, "--bom");

        String text = Files.readString(list, StandardCharsets.UTF_8);

        assertThat(text)
                .startsWith("\uFEFFitem_id,due_at,gain,customer_id,")
                .contains(",agent,disposition,note,", ",call_back_at,unit_id\n");
        assertThat(text).contains(",+8613800138000,", ",0012345,", ",=1+1,", ",客户-张三,");
        assertThat(work("list", "-o", list).err()).contains("exists already");
        assertThat(work("list", "-o", store, "--overwrite").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(work("close", "--file", list).err()).contains("0 attempts are new", "4 lines say nothing yet");
    }

    @Test
    void aFileOfOnesOwnNeedsFewColumns() throws IOException {
        String item = WorkLines.column(work("list"), "item").get(0);
        Path own = Files.writeString(
                folder.resolve("own.csv"), "item_id;disposition;attempt_id\n" + item + ";reached;a-1\n");

        CommandRun run = work("close", "--file", own, "--delimiter", ";", "--agent", "ann");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 attempts are new");
        Path colour = Files.writeString(folder.resolve("colour.csv"), "item_id,disposition,colour\n");
        assertThat(work("close", "--file", colour).err()).contains("there is no column 'colour'", "occurred_at");
        Path less = Files.writeString(folder.resolve("less.csv"), "item_id,note\n");
        assertThat(work("close", "--file", less).err()).contains("the column disposition is missing");
        assertThat(work("close", "--file", folder.resolve("none.csv")).exitCode())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void oneItemAndAFileAreNotMixed() throws IOException {
        assertThat(work("close", "--file", "x.csv", "--note", "n").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(work("close").err()).contains("a work item's id, or --file");
        assertThat(work("close", "X", "--disposition", "reached").err()).contains("--agent is missing");
        assertThat(work("close", "X", "--agent", "ann").err()).contains("--disposition is missing");
        String item = WorkLines.column(work("list"), "item").get(0);
        work("claim", item, "--agent", "ann");
        CommandRun later = work("close", item, "--agent", "ann", "--disposition", "reached", "--when", "2026-02-03");
        assertThat(later.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(later.err()).contains("has not come yet");
        assertThat(work("close", item, "--agent", "ann", "--disposition", "no_answer", "--call-back", "2026-02-09")
                        .exitCode())
                .isZero();
        assertThat(work("list").out()).contains("2026-02-09");
        work("claim", item, "--agent", "ann");
        assertThat(work("close", item, "--agent", "ann", "--disposition", "reached", "--when", "2026-02-02")
                        .exitCode())
                .as("the day has begun in the east")
                .isZero();
        assertThat(work("list", "--status", "gone").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(work("list", "--bom").err()).contains("expected -o");
    }

    @Test
    void whatAnAgentCallsThemselvesAndNotesIsNoFormula() throws IOException {
        String item = WorkLines.column(work("list"), "item").get(0);
        String agent = "=HYPERLINK(\"x\")";
        work("claim", item, "--agent", agent);
        work("close", item, "--agent", agent, "--disposition", "no_answer", "--note", "=1+2", "--when", "2026-02-01");
        work("claim", item, "--agent", agent);
        Path list = folder.resolve("list.csv");
        work("list", "-o", list);

        String text = Files.readString(list);

        assertThat(text).contains(",'=1+2,", ",\"'=HYPERLINK(\"\"x\"\")\",").doesNotContain(",=1+2", ",\"=HYPERLINK");
        Path filled = Files.writeString(
                folder.resolve("filled.csv"),
                text.replace("(\"\"x\"\")\",,,,", "(\"\"x\"\")\",reached,,2026-02-01T11:00:00Z,"));
        CommandRun close = work("close", "--file", filled);
        assertThat(close.err()).contains("1 attempts are new", "0 were refused");
        assertThat(WorkLines.column(work("list", "--status", "closed"), "agent"))
                .containsExactly(agent);
    }
}
