package io.holdfast.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.fault.InputException;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelShapesTest {
    private static SortedMap<String, byte[]> bundleWith(String shapes) {
        return Tampering.forged(ModelShapes.FILE, shapes.getBytes(StandardCharsets.UTF_8));
    }

    private static String shapes() {
        return new String(TinyBundles.doubtedCharge(), StandardCharsets.UTF_8);
    }

    @Test
    void areReadWithTheBundleWhereItHasThem() {
        ModelBundle bundle = ModelBundle.of(TinyBundles.content(Map.of(ModelShapes.FILE, TinyBundles.doubtedCharge())));

        assertThat(bundle.shapes())
                .hasValueSatisfying(read -> assertThat(StrictJson.write(read)).isEqualTo(TinyBundles.doubtedCharge()));
        assertThat(TinyBundles.bundle().shapes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"bags\": 2            | \"bags\": 3               | bad_json  | tenure",
                "\"bags\": 2            | \"bags\": 2, \"more\": 1   | bad_json  | more",
                "\"level\": 0.95        | \"level\": 95             | bad_json  | level",
                "-1.0                   | null                      | bad_json  | deviations",
                "-1.0                   | 1e999                     | bad_json  | deviations",
                "-1.0                   | -1.0, 0.0                 | bad_json  | monthly_charge",
                "\"name\": \"tenure\"   | \"name\": \"tenor\"      | bad_model | columns",
            })
    void areRefusedWhereTheyAreNotAsDescribed(String before, String after, String code, String word) {
        assertThat(shapes()).contains(before);

        assertThatThrownBy(() -> BundleReader.load("b", bundleWith(shapes().replaceFirst(before, after))))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContainingAll("b", ModelShapes.FILE, word);
    }

    @Test
    void aColumnWithoutAnyEffectOfItsOwnNeedsNoNumbers() {
        ModelShapes read = StrictJson.read(ModelShapes.FILE, TinyBundles.doubtedCharge(), ModelShapes.class);
        List<ColumnShape> columns = new ArrayList<>(read.columns());
        columns.set(0, ColumnShape.flat("tenure", 2));
        byte[] written = StrictJson.write(new ModelShapes(2, 0.95, columns));

        assertThat(ModelBundle.of(TinyBundles.content(Map.of(ModelShapes.FILE, written)))
                        .shapes())
                .hasValueSatisfying(shapes -> assertThat(shapes.columns()).isEqualTo(columns));
    }

    @Test
    void areRefusedWhereAColumnHasOtherBinsThanTheModel() {
        ModelShapes read = StrictJson.read(ModelShapes.FILE, TinyBundles.doubtedCharge(), ModelShapes.class);
        ColumnShape contract = read.columns().get(2);
        ColumnShape renamed = new ColumnShape(
                "tenure",
                contract.effects(),
                contract.low(),
                contract.high(),
                contract.sameSign(),
                contract.deviations());
        List<ColumnShape> columns = new ArrayList<>(read.columns());
        columns.set(0, renamed);
        byte[] forged = StrictJson.write(new ModelShapes(2, 0.95, columns));

        assertThatThrownBy(() -> BundleReader.load("b", Tampering.forged(ModelShapes.FILE, forged)))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("bins of tenure", ModelShapes.FILE);
    }
}
