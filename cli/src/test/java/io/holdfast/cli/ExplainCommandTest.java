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

class ExplainCommandTest {
    @TempDir
    private Path folder;

    private Path bundle;
    private Path table;

    @BeforeEach
    void prepare() throws IOException {
        bundle = TinyBundles.write(folder.resolve("tiny.bundle"));
        table = Files.writeString(folder.resolve("customers.csv"), TinyBundles.tableCsv());
    }

    @Test
    void showsHowTheScoreComesAbout() {
        CommandRun run = CommandRun.of("explain", bundle, table, "--customer", "C-1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        // -1.25 + 0.9375 (tenure) + 0.875 (charge) + 0.5 + 0.125 (contract) + 0.625 + 0.125 (support) + 0.1875, by
        // hand.
        assertThat(run.out())
                .contains("Customer C-1, as of 2026-02-01", "-1.25  Average customer", "2.13  Log-odds")
                .contains("= probability 0.893", "Contract “month to month”", "+0.88  Monthly charge 95.5 euros");
    }

    @Test
    void showsAllDigitsWhereAskedTo() {
        CommandRun run = CommandRun.of("explain", bundle, table, "--customer", "C-1", "--full");

        assertThat(run.out()).contains("2.125  Log-odds", "+0.9375  ", "= probability 0.8933094060543487");
    }

    @Test
    void speaksChinese() {
        CommandRun run = CommandRun.of("explain", bundle, table, "--customer", "C-1", "--language", "zh-CN");

        assertThat(run.out()).contains("客户 C-1，数据日期 2026-02-01", "月费95.5欧元", "= 概率 0.893");
    }

    @Test
    void tellsWhatIsOddAboutTheInput() {
        CommandRun run = CommandRun.of("explain", bundle, table, "--customer", "C-4");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("tenure: The value is missing", "support: Training saw this category rarely");
    }

    @Test
    void tellsOfTheWholeCustomerWithoutAnEmptyName() {
        CommandRun english = CommandRun.of("explain", bundle, table, "--customer", "C-1", "--as-of", "2025-12-01");
        CommandRun chinese = CommandRun.of(
                "explain", bundle, table, "--customer", "C-1", "--as-of", "2025-12-01", "--language", "zh-CN");

        assertThat(english.out().lines())
                .contains("The values are older than the model's scores are valid, so no care is recommended.");
        assertThat(chinese.out().lines()).contains("数据日期已超出模型评分的有效期，因此不推荐关怀措施。");
    }

    private CommandRun withPlaybook(String threshold, String share, String reason, String... options)
            throws IOException {
        Path playbook = Files.writeString(folder.resolve("playbook.yaml"), """
                format: 1
                name: everybody
                contactThreshold: %s
                holdOut: {salt: test, share: %s}
                actions:
                  - code: ring
                    reasons: [%s]
                    channel: phone
                    priceAffecting: false
                    text: {en: Ring, zh-CN: 致电}
                """.formatted(threshold, share, reason));
        List<Object> line =
                new ArrayList<>(List.of("explain", bundle, table, "--customer", "C-1", "--playbook", playbook));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray());
    }

    @Test
    void showsTheCareThatScoreWouldRecommend() throws IOException {
        assertThat(withPlaybook("0", "0", "price").out()).contains("Care: Ring (ring)");
        assertThat(withPlaybook("0", "0", "price", "--language", "zh-CN").out()).contains("关怀：致电（ring）");
        assertThat(withPlaybook("0", "1", "price").out())
                .contains("Care: withheld; this customer is held out by lot, and would otherwise get ring");
        assertThat(withPlaybook("0.99", "0", "price").out()).contains("Care: none; the risk is below the playbook's");
        assertThat(withPlaybook("0", "0", "neglect").out()).contains("Care: none; the playbook has no action for");
        assertThat(withPlaybook("0", "0", "price", "--as-of", "2025-12-01").out())
                .contains("Care: none; the score was valid until ");
        assertThat(CommandRun.of("explain", bundle, table, "--customer", "C-1").out())
                .contains("Care: none; there is no playbook");
    }

    @Test
    void aCustomerMustStandInTheTableOnce() throws IOException {
        CommandRun absent = CommandRun.of("explain", bundle, table, "--customer", "C-9");
        Files.writeString(table, TinyBundles.tableCsv().replace("C-5,", "C-1,"));
        CommandRun twice = CommandRun.of("explain", bundle, table, "--customer", "C-1");

        assertThat(absent.exitCode()).isEqualTo(4);
        assertThat(absent.err().lines()).singleElement().asString().contains("customers.csv", "no customer 'C-9'");
        assertThat(twice.exitCode()).isEqualTo(4);
        assertThat(twice.err()).contains("line 2", "line 6");
    }

    @Test
    void aRefusedCustomerIsToldWithLineAndColumn() throws IOException {
        Files.writeString(table, TinyBundles.tableCsv().replace("C-2,no,south,60", "C-2,no,south,sixty"));

        CommandRun run = CommandRun.of("explain", bundle, table, "--customer", "C-2");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err().lines()).singleElement().asString().contains("line 3", "'tenure'", "'sixty'");
        assertThat(run.out()).isEmpty();
    }
}
