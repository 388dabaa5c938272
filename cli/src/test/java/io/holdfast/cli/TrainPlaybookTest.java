package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playbook beside the description goes into the bundle. */
class TrainPlaybookTest {
    @TempDir
    private Path folder;

    @Test
    void anActionThatNobodyEverGetsIsNamedAndTheModelIsTrainedAndServedByIt() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("id,tenure,region,value,churn\n");
        for (int i = 0; i < 500; i++) {
            int tenure = random.nextInt(60);
            csv.append("C" + i + "," + tenure + ",north," + random.nextInt(100) + ","
                    + (random.nextInt(60) > tenure ? "yes" : "no") + "\n");
        }
        Files.writeString(folder.resolve("table.csv"), csv);
        Path yaml = Files.writeString(folder.resolve("dataset.yaml"), """
                format: 1
                name: tiny
                table: {path: table.csv}
                columns:
                  id: {role: id}
                  tenure: {role: feature, kind: number}
                  region: {role: ignore}
                  value: {role: ignore}
                  churn: {role: label, kind: category, positive: "yes"}
                """);
        Path playbook = Files.writeString(folder.resolve("playbook.yaml"), """
                format: 2
                name: odd
                contactThreshold: 0.1
                holdOut: {salt: odd, share: 0}
                margin: {perValue: 6, months: 12}
                actions:
                  - code: sorry
                    events: [complaint]
                    channel: phone
                    priceAffecting: false
                    effect: {change: -0.3, deviation: 0.1}
                    text: {en: Say sorry., zh-CN: 致歉。}
                """);
        Path bundle = folder.resolve("tiny.bundle");

        CommandRun run = CommandRun.of("train", yaml, "-o", bundle);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().lines())
                .filteredOn(line -> line.contains("complaint"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(playbook + " line 8: action 'sorry' is triggered by 'complaint' alone"));
        CommandRun scored =
                CommandRun.of("score", bundle, folder.resolve("table.csv"), "-o", folder.resolve("scores.csv"));
        assertThat(scored.exitCode()).as(scored.err()).isZero();
    }
}
