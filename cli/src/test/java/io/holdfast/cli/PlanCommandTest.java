package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @TempDir
    private Path folder;

    private Path bundle;
    private Path table;
    private Path playbook;
    private Path plan;

    @BeforeEach
    void prepare() throws Exception {
        bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        table = Files.writeString(folder.resolve("customers.csv"), TinyBundles.tableCsv());
        playbook = Files.writeString(folder.resolve("plans.yaml"), TinyPlans.PLAYBOOK);
        plan = folder.resolve("plan.csv");
    }

    private CommandRun plan(Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("plan", bundle, table, "--playbook", playbook, "--budget", "100", "-o", plan));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void writesALineForEveryCustomerInTheirOrder() throws IOException {
        CommandRun run = plan();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(plan);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).startsWith("customer_id,unit,household,owner,status,cause,arm,action");
        assertThat(lines.get(1))
                .startsWith("C-1,,,north,planned,,unmeasured,bill-review,1,1,phone,desk,2026-02-01,2026-02-15,key,")
                .contains("Go through the bill.", "Expected net gain against doing nothing");
        assertThat(lines.get(2)).startsWith("C-2,,,south,none,");
        assertThat(lines.get(2).split(",", -1)[6])
                .as("the arm of who gets nothing")
                .isEmpty();
        assertThat(lines.get(1))
                .containsPattern(",bill-review:-?\\d+(\\.\\d{1,2})?:[01](\\.\\d{1,4})?; nothing:0:[01]");
        assertThat(run.out()).contains("planned", "contacts of team desk", "gap 0.0000 %");
    }

    @Test
    void tellsOfAnActionThatNobodyEverGets() throws IOException {
        Files.writeString(playbook, TinyPlans.PLAYBOOK + """
                  - code: sorry
                    events: [complaint]
                    channel: phone
                    priceAffecting: false
                    effect: {change: -0.3, deviation: 0.1}
                    text: {en: Say sorry., zh-CN: 致歉。}
                """);

        CommandRun run = plan();

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(playbook + " line 22: action 'sorry' is triggered by 'complaint' alone"));
    }

    @Test
    void speaksChinese() throws IOException {
        CommandRun run = plan("--language", "zh-CN");

        assertThat(run.out())
                .contains("计划 2026-02-01", "预期净收益", "  预算：", "团队 desk 的联系次数：", "目前没有触发任何行动的原因、时机或事件（no_trigger）");
        assertThat(Files.readString(plan)).contains("核对账单。", "与不采取行动相比", "价值层级：关键客户");
    }

    @Test
    void keepsCapacityGivenOnTheCommandLine() throws IOException {
        CommandRun run = plan("--capacity", "desk=0");

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(plan)).doesNotContain(",planned,").contains(",no_capacity,");
    }

    @Test
    void idsGoThroughByteForByte() throws IOException {
        List<String> ids = List.of("+8613800138000", "0012345", "P/2024/001", "-A7", "0015e00000AbCdEAAV", "客户甲");
        StringBuilder rows =
                new StringBuilder("customer_id,left,region,tenure,monthly_charge,contract,support,paperless\n");
        ids.forEach(id -> rows.append(id).append(",yes,north,2,95.5,monthly,none,yes\n"));
        Files.writeString(table, rows);

        plan();

        assertThat(Files.readAllLines(plan).stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .isEqualTo(ids);
    }

    @Test
    void aCustomerWhoStandsThereTwiceIsToldAndNothingIsWritten() throws IOException {
        Files.writeString(table, TinyBundles.tableCsv() + "C-1,yes,north,2,95.5,monthly,none,yes\n");

        CommandRun run = plan();

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("line 7: the customer 'C-1' stands here again");
        assertThat(plan).doesNotExist();
    }

    @Test
    void aPlaybookOfFormatOneIsToldApart() throws IOException {
        CommandRun run = CommandRun.of(
                "plan",
                bundle,
                table,
                "--playbook",
                Files.writeString(folder.resolve("one.yaml"), """
                        format: 1
                        name: one
                        contactThreshold: 0.1
                        holdOut: {salt: tiny, share: 0}
                        actions:
                          - {code: call, reasons: [price], channel: phone, priceAffecting: false, text: {en: Call., zh-CN: 致电。}}
                        """),
                "--budget",
                "1",
                "-o",
                plan);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("'one' has format 1").contains("expected format 2");
    }

    @Test
    void anUnknownTeamIsWrongUsage() {
        CommandRun run = plan("--capacity", "dsk=3");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--capacity", "desk");
    }

    @Test
    void powerSaysWhatItTakes() {
        CommandRun run = CommandRun.of(
                "power",
                playbook,
                "--base",
                "0.1",
                "--change",
                "-0.2",
                "--hold-out",
                "0.1",
                "--monthly",
                "2000",
                "--margin",
                "300");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualToIgnoringNewLines(
                        "bill-review: 10.00 % to 8.00 % with 10.0 % held out takes 19,265 customers, 1,927 of"
                                + " them held out; 9.6 months; the hold-out costs 11,562.00 of margin\n");
    }

    @Test
    void powerSaysTheSameOnce() throws IOException {
        String more = TinyPlans.PLAYBOOK.substring(TinyPlans.PLAYBOOK.indexOf("  - code:"));
        Files.writeString(
                playbook,
                TinyPlans.PLAYBOOK
                        + more.replace("bill-review", "call-back")
                        + more.replace("bill-review", "visit").replace("-0.3", "-0.1"));

        CommandRun asked = CommandRun.of("power", playbook, "--base", "0.1", "--hold-out", "0.1", "--change", "-0.2");
        CommandRun own = CommandRun.of("power", playbook, "--base", "0.1", "--hold-out", "0.1", "--language", "zh-CN");

        assertThat(asked.out().lines()).singleElement().asString().startsWith("bill-review, call-back, visit: 10.00 %");
        assertThat(own.out().lines()).hasSize(2).first().asString().startsWith("bill-review、call-back：10.00%");
    }

    @Test
    void powerNeedsAHoldOut() {
        CommandRun run = CommandRun.of("power", playbook, "--base", "0.1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--hold-out", "between 0 and 1");
    }
}
