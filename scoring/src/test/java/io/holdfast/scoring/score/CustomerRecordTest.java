package io.holdfast.scoring.score;

import static io.holdfast.scoring.fixture.TinyBundles.CONTRACT;
import static io.holdfast.scoring.fixture.TinyBundles.PAPERLESS;
import static io.holdfast.scoring.fixture.TinyBundles.SUPPORT;
import static io.holdfast.scoring.fixture.TinyBundles.TENURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.fixture.TinyBundles;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerRecordTest {
    private final InputSchema schema = InputSchema.of(TinyBundles.bundle());

    private CustomerRecord.Builder builder() {
        return CustomerRecord.builder(schema, "C-1", TinyBundles.AS_OF);
    }

    @Test
    void holdsWhatWasSetAndNothingElse() throws RefusedException {
        CustomerRecord record = builder()
                .number(TENURE, 12.5)
                .level(CONTRACT, "yearly")
                .flag(PAPERLESS, true)
                .build();

        assertThat(record.id()).isEqualTo("C-1");
        assertThat(record.asOf()).isEqualTo(TinyBundles.AS_OF);
        assertThat(record.number(TENURE)).isEqualTo(12.5);
        assertThat(record.level(CONTRACT)).isEqualTo("yearly");
        assertThat(record.level(PAPERLESS)).isEqualTo("true");
        assertThat(record.has(SUPPORT)).isFalse();
        assertThat(record.level(SUPPORT)).isEmpty();
        assertThat(record.number(TinyBundles.MONTHLY_CHARGE)).isNaN();
        assertThat(record.value()).isEmpty();
    }

    @Test
    void knowsTheCustomersValue() throws RefusedException {
        assertThat(builder().number(TENURE, 1).value(0).build().value()).isEqualTo(OptionalDouble.of(0));
    }

    @Test
    void refusesACustomerOfWhomNothingIsKnown() {
        assertThatThrownBy(() -> builder().value(100).build()).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.refusal().code()).isEqualTo("missing_required");
            assertThat(e.refusal().field()).isEmpty();
            assertThat(e.refusal().message())
                    .isEqualTo("None of the model's features has a value (expected: at least one).");
            assertThat(e.refusal().message(Language.CHINESE)).startsWith("模型的所有特征都没有值");
        });
    }

    @Test
    void anEmptyLevelIsAValue() throws RefusedException {
        assertThat(builder().level(CONTRACT, "").build().has(CONTRACT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void takesFiniteNumbersOnly(double number) {
        assertThatThrownBy(() -> builder().number(TENURE, number)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder().value(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesEveryKindOnlyWhereItBelongs() {
        assertThatThrownBy(() -> builder().number(CONTRACT, 1)).hasMessageContaining("contract");
        assertThatThrownBy(() -> builder().level(TENURE, "12")).hasMessageContaining("tenure");
        assertThatThrownBy(() -> builder().flag(SUPPORT, true)).hasMessageContaining("support");
        assertThatThrownBy(() -> builder().level(PAPERLESS, "yes")).hasMessageContaining("paperless");
        assertThat(builder().level(PAPERLESS, "false")).isNotNull();
    }

    @Test
    void aBuilderMakesOneRecord() throws RefusedException {
        CustomerRecord.Builder builder = builder().number(TENURE, 1);
        builder.build();

        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSchemaKnowsTheColumns() {
        assertThat(schema.features())
                .extracting(column -> column.name())
                .containsExactly("tenure", "monthly_charge", "contract", "support", "paperless");
        assertThat(schema.position("support")).contains(SUPPORT);
        assertThat(schema.position("region")).isEmpty();
        assertThat(schema.valueColumn())
                .hasValueSatisfying(column -> assertThat(column.name()).isEqualTo("monthly_charge"));
    }
}
