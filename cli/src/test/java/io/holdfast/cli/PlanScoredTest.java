package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.BundleWriter;
import io.holdfast.scoring.fixture.TinyBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans for a list that was scored before, and what becomes of rows at fault. */
class PlanScoredTest {
    private static final String HEADER =
            "customer_id,left,region,tenure,monthly_charge,contract,support,paperless,left_on,out,no_profile,bonus\n";
    private static final String ROWS = """
            +8613800138000,yes,north,2,95.5,monthly,none,yes,,no,no,-5
            0012345,yes,=south,2,95.5,monthly,none,yes,2026-12-01,no,no,7
            -A7,yes,north,30,60,monthly,basic,yes,,yes,no,
            客户-张三,no,north,70,20,yearly,premium,no,,no,no,1e3
            objects,yes,north,2,95.5,monthly,none,yes,,no,yes,1
            left,yes,north,2,95.5,monthly,none,yes,2026-01-15,no,no,1
            """;
    private static final String MORE =
            "  left_on: {role: departure}\n  out: {role: ignore}\n  no_profile: {role: ignore}\n  bonus: {role: ignore}\n";
    private static final String PLAYBOOK = """
            format: 2
            name: tiny-plans
            jurisdiction: checked
            currency: EUR
            contactThreshold: 0.1
            holdOut: {salt: tiny, share: 0.3}
            tiers: [{tier: key, atLeast: 90}, {tier: small}]
            margin: {perValue: 6, months: 12}
            teams: {desk: {contacts: 900, days: 30}}
            channels: {phone: {cost: 6}}
            customer: {owner: region, optedOut: out, objectsToProfiling: no_profile}
            stages: {tenure: tenure, trend: bonus, acquisitionBelow: 6, developmentFrom: 1, recoveryBelow: -1}
            actions:
              - code: bill-review
                reasons: [price, inconvenience]
                channel: phone
                team: desk
                priceAffecting: false
                coolDownDays: 60
                effect: {change: -0.3, deviation: 0.1}
                text: {en: Go through the bill., zh-CN: 核对账单。}
            """;
    private static final String KEPT = "bonus,monthly_charge,no_profile,out,region,tenure";

    @TempDir
    private Path folder;

    private Path bundle;
    private Path table;
    private Path scores;
    private Path playbook;

    @BeforeEach
    void prepare() throws IOException {
        bundle = folder.resolve("tiny.bundle");
        BundleWriter.write(
                TinyBundles.content(TinyBundles.parts(), TinyBundles.datasetYaml() + MORE, Map.of()), bundle, false);
        table = Files.writeString(folder.resolve("customers.csv"), HEADER + ROWS);
        scores = folder.resolve("scores.csv");
        playbook = Files.writeString(folder.resolve("plans.yaml"), PLAYBOOK);
    }

    private CommandRun score(Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("score", bundle, table, "--reasons", "10", "--keep", KEPT, "--overwrite", "-o", scores));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private CommandRun plan(Path list, String output, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "plan",
                bundle,
                list,
                "--playbook",
                playbook,
                "--budget",
                "1000",
                "--overwrite",
                "-o",
                folder.resolve(output)));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void areThePlansForTheTableItself() throws IOException {
        assertThat(score().exitCode()).isZero();
        CommandRun byScores = plan(scores, "a.csv");
        CommandRun byTable = plan(table, "b.csv");

        assertThat(byScores.exitCode()).as(byScores.err()).isZero();
        assertThat(byScores.out())
                .isEqualTo(byTable.out())
                .contains("none, excluded: 1", "none, already_left: 1", "none, opted_out: 1");
        assertThat(file("a.csv"))
                .isEqualTo(file("b.csv"))
                .contains("+8613800138000,", ",'=south,", "客户-张三,", "recovery");

        score("--raw", "--bom");
        plan(scores, "c.csv");
        assertThat(file("c.csv")).isEqualTo(file("b.csv"));
    }

    @Test
    void areKeptLikeThoseForTheTable() throws IOException {
        score();

        CommandRun run = plan(scores, "a.csv", "--store", folder.resolve("care.db"));
        CommandRun other = plan(table, "b.csv", "--store", folder.resolve("other.db"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .isEqualTo(other.err().replace("other.db", "care.db"))
                .contains("is kept: 6 decisions", "holdfast work list --store ");
        assertThat(file("a.csv")).isEqualTo(file("b.csv"));
        CommandRun.of(
                "store",
                "export",
                "--customer=0012345",
                "--store",
                folder.resolve("care.db"),
                "-o",
                folder.resolve("e.json"));
        assertThat(file("e.json")).contains("\"prediction_id\"", "bill-review");
        assertThat(work("care.db")).isNotEmpty().isEqualTo(work("other.db"));
    }

    /** All but the items' ids. */
    private List<String> work(String store) {
        return CommandRun.of("work", "list", "--store", folder.resolve(store))
                .out()
                .lines()
                .map(line -> line.substring(line.indexOf(' ')).strip())
                .sorted()
                .toList();
    }

    @Test
    void scoresOfAnotherModelAreToldApart() throws IOException {
        score();
        String digest = file("scores.csv")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .replaceAll(".*,tiny-1,([0-9a-f]{64}),.*", "$1");
        assertThat(digest).hasSize(64);
        Files.writeString(scores, file("scores.csv").replace(digest, "0".repeat(64)));

        CommandRun run = plan(scores, "a.csv");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .contains(
                        "scores.csv: the scores are of the model '000",
                        "expected those of the bundle's model, " + digest);
        assertThat(folder.resolve("a.csv")).doesNotExist();
    }

    @Test
    void whatIsMissingIsNamedWithTheWayOut() {
        CommandRun.of("score", bundle, table, "-o", scores);

        CommandRun run = plan(scores, "a.csv");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("lacks columns that the playbook reads", "--reasons 10 --keep " + KEPT);
    }

    @Test
    void scoresPastTheirDayAreRefused() {
        score("--as-of", "2026-01-10", "--scored-at", "2026-01-10T08:00:00Z");

        CommandRun run = plan(scores, "a.csv");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("5 of 6 rows were refused", "may be used up to 2026-01-24", "scored anew");
    }

    @Test
    void aServerScoresItself() {
        score();

        CommandRun run = plan(scores, "a.csv", "--server", "http://127.0.0.1:9");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("a server scores itself", "the table that was scored");
    }

    @Test
    void rowsAtFaultKeepTheirLineWhereTheyMay() throws IOException {
        Files.writeString(
                table,
                HEADER
                        + "first,yes,north,two,95.5,monthly,none,yes,,no,no,1\n"
                        + ROWS
                        + "perhaps,yes,north,2,95.5,monthly,none,yes,,perhaps,no,1\n");

        CommandRun strict = plan(table, "a.csv", "--store", folder.resolve("care.db"));
        CommandRun lenient = plan(table, "a.csv", "--max-rejected", "2", "--store", folder.resolve("care.db"));

        assertThat(strict.exitCode()).isEqualTo(3);
        assertThat(strict.err())
                .contains(
                        "2 of 8 rows were refused; at most 0 may be (--max-rejected)",
                        "line 2: column 'tenure' holds 'two'");
        assertThat(lenient.exitCode()).as(lenient.err()).isZero();
        assertThat(lenient.err()).contains("is kept: 6 decisions");
        assertThat(lenient.out()).contains("refused, not planned for: 2");
        List<String> lines = Files.readAllLines(folder.resolve("a.csv"));
        assertThat(lines).hasSize(9);
        assertThat(lines.get(1)).startsWith("first,,,,refused,wrong_type,,,");
        assertThat(lines.get(2)).startsWith("+8613800138000,");
        assertThat(lines.get(8)).startsWith("perhaps,,,,refused,wrong_value,,,");
        int commas = lines.get(0).split(",", -1).length;
        assertThat(lines.get(1).split(",", -1)).hasSize(commas);

        score("--max-rejected", "1");
        CommandRun scored = plan(scores, "b.csv", "--max-rejected", "2");
        assertThat(scored.exitCode()).as(scored.err()).isZero();
        plan(table, "c.csv", "--max-rejected", "2");
        assertThat(file("b.csv")).isEqualTo(file("c.csv"));
    }

    @Test
    void fewerThanNoRowCannotBeAllowed() {
        CommandRun run = plan(table, "a.csv", "--max-rejected", "-1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--max-rejected", "0 or more");
    }
}
