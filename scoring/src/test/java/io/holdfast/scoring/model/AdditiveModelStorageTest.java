package io.holdfast.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StringValue;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import io.holdfast.scoring.fixture.RandomModels;
import io.holdfast.scoring.fixture.TinyBundles;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.AdditiveModelProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.ModelInputProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.TermProto;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.protos.core.ModelProto;

class AdditiveModelStorageTest {
    private static AdditiveModel stored(AdditiveModel model) {
        try {
            ModelProto proto = ModelProto.parseFrom(model.serialize().toByteArray());
            return AdditiveModel.deserializeFromProto(
                    proto.getVersion(), proto.getClassName(), proto.getSerializedData());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void scoresTheSameBitsAndStoresTheSameBytesAfterLoading() {
        for (long seed = 0; seed < 200; seed++) {
            AdditiveModel model = new AdditiveModel(RandomModels.parts(seed));

            AdditiveModel loaded = stored(model);

            assertThat(loaded.serialize().toByteArray())
                    .isEqualTo(model.serialize().toByteArray());
            assertThat(scoreBits(loaded, seed)).as("seed %d", seed).isEqualTo(scoreBits(model, seed));
        }
    }

    private static long[] scoreBits(AdditiveModel model, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] contributions = new double[model.inputs().size()];
        long[] bits = new long[50];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(model.logOdds(RandomModels.row(model, random), contributions));
        }
        return bits;
    }

    @Test
    void tribuoLoadsItWithNameLabelsAndProvenance() {
        AdditiveModel model = new AdditiveModel(TinyBundles.parts());

        Model<?> loaded = Model.deserialize(model.serialize());

        assertThat(loaded).isInstanceOf(AdditiveModel.class);
        assertThat(loaded.getName()).isEqualTo("tiny-1");
        assertThat(loaded.getOutputIDInfo().getDomain()).hasSize(2);
        assertThat(loaded.getProvenance()).isEqualTo(model.getProvenance());
        assertThat(loaded.getProvenance().getInstanceProvenance().getMap().get("seed"))
                .isEqualTo(new StringProvenance("seed", "1"));
        assertThat(((AdditiveModel) loaded).facts()).containsEntry("trainer", "fixture");
        assertThat(((AdditiveModel) loaded).positiveLabel()).isEqualTo("yes");
    }

    @Test
    void namesNoClassButItsOwnAndHoldsNoTime() {
        String bytes = new String(
                new AdditiveModel(TinyBundles.parts()).serialize().toByteArray(), StandardCharsets.ISO_8859_1);

        assertThat(bytes.split("io\\.holdfast", -1)).hasSize(2);
        assertThat(bytes).doesNotContain("org.tribuo", "java.", "com.oracle", System.getProperty("user.dir"));
        assertThat(bytes).doesNotContain("1970", "2026");
    }

    @Test
    void aCopyCarriesItsOwnName() {
        AdditiveModel copy = (AdditiveModel) new AdditiveModel(TinyBundles.parts()).copy();
        assertThat(stored(copy).getName()).isEqualTo(copy.getName());

        AdditiveModel renamed = new AdditiveModel(TinyBundles.parts()).copy("other", copy.getProvenance());
        assertThat(stored(renamed).getName()).isEqualTo("other");
    }

    @Test
    void refusesANewerVersion() {
        ModelProto proto = new AdditiveModel(TinyBundles.parts()).serialize();

        assertThatThrownBy(() -> AdditiveModel.deserializeFromProto(1, proto.getClassName(), proto.getSerializedData()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 1 (expected: 0");
    }

    @Test
    void refusesAnotherMessage() {
        assertThatThrownBy(() -> AdditiveModel.deserializeFromProto(
                        0, AdditiveModel.class.getName(), Any.pack(StringValue.of("model"))))
                .isInstanceOf(InvalidProtocolBufferException.class);
    }

    @Test
    void refusesKindsOfInputsAndTermsThatItDoesNotKnow() {
        AdditiveModelProto known = AdditiveModelWire.write(TinyBundles.parts());

        assertThatThrownBy(() -> AdditiveModelWire.read(known.toBuilder()
                        .addInputs(ModelInputProto.newBuilder().setName("image"))
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'image' has no coding");
        assertThatThrownBy(() -> AdditiveModelWire.read(
                        known.toBuilder().addTerms(TermProto.newBuilder()).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a kind that this software does not know");
    }
}
