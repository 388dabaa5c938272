package io.holdfast.scoring.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTimesTest {
    private final List<StepTimes.Step> ended = new ArrayList<>();
    private long processor = 5_000_000_000L;
    private long clock = 7_000_000_000L;
    private final StepTimes times = new StepTimes(() -> processor, () -> clock, ended::add);

    private void work(long processorSeconds, long seconds) {
        processor += processorSeconds * 1_000_000_000L;
        clock += seconds * 1_000_000_000L;
    }

    @Test
    void whatLiesBetweenTwoStepsCountsForTheOneBefore() {
        work(1, 2);
        times.at("read", 0, 2);
        work(3, 4);
        times.at("read", 2, 2);
        work(10, 20);
        times.at("learn", 0, 1);
        work(100, 50);
        times.at("read", 0, 1);
        work(1, 1);

        StepTimes.Times found = times.end();

        assertThat(found.steps())
                .containsExactly(
                        new StepTimes.Step("start", 1, 2),
                        new StepTimes.Step("read", 14, 25),
                        new StepTimes.Step("learn", 100, 50));
        assertThat(found.processorSeconds()).isEqualTo(115);
        assertThat(found.seconds()).isEqualTo(77);
        assertThat(ended).extracting(StepTimes.Step::step).containsExactly("start", "read", "learn", "read");
    }

    @Test
    void somebodyElseHearsTheSame() {
        List<String> heard = new ArrayList<>();
        Progress both = times.with((what, done, total) -> heard.add(what + " " + done + "/" + total));

        both.at("read", 3, 9);

        assertThat(heard).containsExactly("read 3/9");
        assertThat(times.end().steps()).extracting(StepTimes.Step::step).containsExactly("start", "read");
    }

    @Test
    void theTimesOfThisProcessAreNotNegative() {
        StepTimes real = new StepTimes(step -> {});
        real.at("read", 0, 1);

        StepTimes.Times found = real.end();

        assertThat(found.steps()).hasSize(2).allSatisfy(step -> {
            assertThat(step.processorSeconds()).isNotNegative();
            assertThat(step.seconds()).isNotNegative();
        });
        assertThat(new String(StrictJson.write(found), StandardCharsets.UTF_8))
                .contains("\"step\"", "\"start\"", "\"processorSeconds\"");
    }
}
