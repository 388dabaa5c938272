package io.holdfast.scoring.score;

import static io.holdfast.scoring.fixture.TinyBundles.CONTRACT;
import static io.holdfast.scoring.fixture.TinyBundles.MONTHLY_CHARGE;
import static io.holdfast.scoring.fixture.TinyBundles.PAPERLESS;
import static io.holdfast.scoring.fixture.TinyBundles.SUPPORT;
import static io.holdfast.scoring.fixture.TinyBundles.TENURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.bundle.Sha256;
import io.holdfast.scoring.fixture.RandomModels;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.model.CodedRow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PredictionIdTest {
    private final ModelBundle bundle = TinyBundles.bundle();

    private static CustomerRecord.Builder risky() {
        return TinyBundles.risky("C-1");
    }

    private String id(CustomerRecord.Builder builder) {
        return new Scorer(bundle).score(TinyBundles.built(builder)).predictionId();
    }

    private String id(String customer, LocalDate asOf, UnaryOperator<CustomerRecord.Builder> values) {
        return id(values.apply(CustomerRecord.builder(InputSchema.of(bundle), customer, asOf)));
    }

    @Test
    void staysTheSameForEver() {
        // By Python 3 hashlib and struct. Ids may have been stored; the same model and customer must find theirs again.
        CodedRow coded = bundle.model().newRow();
        coded.number(TENURE, 2);
        coded.number(MONTHLY_CHARGE, 95.5);
        coded.level(CONTRACT, "monthly");
        coded.level(SUPPORT, "none");
        coded.level(PAPERLESS, "true");
        double[] numbers = {2, 95.5, Double.NaN, Double.NaN, Double.NaN};
        assertThat(new PredictionIds("00".repeat(32)).of(TinyBundles.built(risky()), numbers, coded))
                .hasToString("4a7c25b04d046795b0a8283ebf2a9a57");
        assertThat(id(risky())).isEqualTo(id(risky())).matches("[0-9a-f]{32}");
    }

    @Test
    void isTheBeginningOfADocumentedHash() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(HexFormat.of().parseHex(bundle.manifest().digest()));
        text(out, "C-1");
        out.writeLong(TinyBundles.AS_OF.toEpochDay());
        out.writeByte(1);
        out.writeDouble(2);
        out.writeByte(1);
        out.writeDouble(95.5);
        // Known levels by their positions: monthly and none are the first of theirs, true is the second.
        out.writeByte(3);
        out.writeByte(3);
        out.writeByte(4);

        assertThat(Sha256.hex(bytes.toByteArray())).startsWith(id(risky()));
    }

    @Test
    void spellsOutALevelTheModelDoesNotKnow() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(HexFormat.of().parseHex(bundle.manifest().digest()));
        text(out, "C-1");
        out.writeLong(TinyBundles.AS_OF.toEpochDay());
        out.writeByte(0);
        out.writeByte(0);
        out.writeByte(2);
        text(out, "never seen");
        out.writeByte(0);
        out.writeByte(0);

        assertThat(Sha256.hex(bytes.toByteArray()))
                .startsWith(id("C-1", TinyBundles.AS_OF, values -> values.level(CONTRACT, "never seen")));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte(text.length());
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void differsWhenAnythingDiffers() {
        Set<String> ids = new HashSet<>();
        LocalDate day = TinyBundles.AS_OF;
        assertThat(ids.add(id(risky()))).isTrue();
        assertThat(ids.add(id(TinyBundles.risky("C-2")))).isTrue();
        assertThat(ids.add(id(risky().number(TENURE, 3)))).isTrue();
        assertThat(ids.add(id(risky().number(TENURE, 2.0000000000000004)))).isTrue();
        assertThat(ids.add(id(risky().number(MONTHLY_CHARGE, 2)))).isTrue();
        assertThat(ids.add(id(risky().level(CONTRACT, "yearly")))).isTrue();
        assertThat(ids.add(id(risky().level(CONTRACT, "never seen")))).isTrue();
        assertThat(ids.add(id(risky().level(CONTRACT, "never seen either")))).isTrue();
        assertThat(ids.add(id(risky().flag(PAPERLESS, false)))).isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.number(TENURE, 1)))).isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.number(MONTHLY_CHARGE, 1))))
                .isTrue();
        assertThat(ids.add(id("C-1", day.plusDays(1), values -> values.number(TENURE, 1))))
                .isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.level(CONTRACT, ""))))
                .isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.level(SUPPORT, "")))).isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.level(CONTRACT, "").level(SUPPORT, ""))))
                .isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.level(CONTRACT, "ab").level(SUPPORT, "c"))))
                .isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.level(CONTRACT, "a").level(SUPPORT, "bc"))))
                .isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.level(CONTRACT, "\ud800"))))
                .isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.level(CONTRACT, "\udc00"))))
                .isTrue();
        assertThat(ids.add(id("C-1", day, values -> values.level(CONTRACT, "?"))))
                .isTrue();
    }

    @Test
    void differsForAnotherModel() {
        ModelBundle other = ModelBundle.of(TinyBundles.content(Map.of("model-card.md", new byte[] {1})));

        assertThat(new Scorer(other).score(TinyBundles.built(risky())).predictionId())
                .isNotEqualTo(id(risky()));
    }

    @Test
    void doesNotDependOnWhatTheModelDoesNotRead() {
        assertThat(id(risky().value(7))).isEqualTo(id(risky()));
    }

    @Test
    void doesNotDependOnWhatWasScoredBefore() {
        Scorer used = new Scorer(bundle);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100; i++) {
            used.score(RandomModels.customer(bundle, "x".repeat(1 + i), random));
        }
        used.score(TinyBundles.built(risky().level(CONTRACT, "月".repeat(100_000))));

        assertThat(used.score(TinyBundles.built(risky())).predictionId()).isEqualTo(id(risky()));
    }

    @Test
    void writesLongTextWithItsLength() {
        Set<String> ids = new HashSet<>();
        for (int length : new int[] {0, 1, 126, 127, 128, 16_382, 16_383, 16_384, 70_000}) {
            assertThat(ids.add(id(risky().level(CONTRACT, "é".repeat(length))))).isTrue();
        }
    }
}
