package io.holdfast.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.json.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void jsonTellsWhatKindOfValueItIs() {
        assertThat(json(new Measure.Estimated(.5, new Interval(.25, .75))))
                .isEqualTo("{\"status\":\"estimated\",\"value\":0.5,\"interval\":{\"low\":0.25,\"high\":0.75}}");
        assertThat(json(new Measure.Point(1))).isEqualTo("{\"status\":\"point\",\"value\":1.0}");
        assertThat(json(Measure.Undefined.ONE_CLASS))
                .isEqualTo("{\"status\":\"undefined\",\"reason\":\"one class only\"}");
    }

    private static String json(Measure measure) {
        return new String(StrictJson.write(measure), StandardCharsets.UTF_8)
                .replaceAll("\\s(?=[^\"]*(\"[^\"]*\"[^\"]*)*$)", "");
    }

    @Test
    void eachKindReadsBackAsItself() {
        for (Measure measure : new Measure[] {
            new Measure.Estimated(.1, new Interval(0, .3)), new Measure.Point(-2), new Measure.Undefined("too few")
        }) {
            assertThat(StrictJson.read("m.json", StrictJson.write(measure), Measure.class))
                    .isEqualTo(measure);
        }
    }

    @Test
    void anUnknownKindIsRefused() {
        byte[] json = "{\"status\": \"guessed\", \"value\": 1}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> StrictJson.read("m.json", json, Measure.class))
                .withMessageContaining("estimated, point, undefined");
    }

    @Test
    void onlyFiniteValuesAreValues() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Measure.Point(bad))
                    .withMessageContaining("finite");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Measure.Estimated(bad, new Interval(0, 1)))
                    .withMessageContaining("finite");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Interval(0, bad))
                    .withMessageContaining("finite and ascending");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 0));
    }

    @Test
    void theValueIsKnownWhereThereIsOne() {
        assertThat(new Measure.Estimated(.1, new Interval(0, .3)).known()).hasValue(.1);
        assertThat(new Measure.Point(.2).known()).hasValue(.2);
        assertThat(new Measure.Undefined("too few").known()).isEmpty();
    }

    @Test
    void anIntervalCoversItsEnds() {
        Interval interval = new Interval(.2, .4);

        assertThat(interval.covers(.2)).isTrue();
        assertThat(interval.covers(.4)).isTrue();
        assertThat(interval.covers(.41)).isFalse();
        assertThat(interval.covers(.19)).isFalse();
    }
}
