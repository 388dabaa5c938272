package io.holdfast.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.holdfast.scoring.fault.Faults;
import io.holdfast.scoring.fault.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonCatalogueTest {
    private static final String NEW =
            "{name: {en: Roaming, zh-CN: 漫游}, raises: \"{evidence} up\", lowers: \"{evidence} down\", say: \"Where to?\"}";

    private static ReasonCatalogue own(String reasons) {
        return Descriptions.with("reasons:\n  " + reasons + "\n").reasons();
    }

    private static InputException fault(String reasons) {
        return Faults.of(() -> own(reasons));
    }

    @Test
    void holdsTheReasonsOfTheTaxonomyInTheirOrder() {
        assertThat(ReasonCatalogue.standard().reasons())
                .map(Reason::code)
                .containsExactly(
                        "core-service",
                        "service-encounter",
                        "failed-recovery",
                        "price",
                        "inconvenience",
                        "neglect",
                        "need-change",
                        "competitor",
                        "finances",
                        "disengagement",
                        "profile");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isWrittenOutInEveryLanguage(Language language) {
        assertThat(ReasonCatalogue.standard().reasons()).allSatisfy(reason -> {
            for (LocalizedText text : List.of(reason.name(), reason.raises(), reason.lowers(), reason.say())) {
                assertThat(text.texts()).as(reason.code()).containsKey(language);
                assertThat(text.in(language)).isNotBlank();
            }
        });
    }

    @Test
    void callsOnlyTheProfileNobodysReason() {
        assertThat(ReasonCatalogue.standard().reasons())
                .filteredOn(reason -> !reason.actionable())
                .map(Reason::code)
                .containsExactly(Column.PROFILE);
        assertThat(ReasonCatalogue.standard().reason("competitor").side()).isEqualTo("customer");
        assertThat(ReasonCatalogue.standard().reason("price").side()).isEqualTo("company");
    }

    @Test
    void refusesAnUnknownCode() {
        assertThat(ReasonCatalogue.standard().has("weather")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReasonCatalogue.standard().reason("weather"))
                .withMessageStartingWith("reason: weather (expected: one of core-service, ");
    }

    @Test
    void takesADescriptionsOwnReasonsAfterTheStandardOnes() {
        ReasonCatalogue catalogue = own("roaming: " + NEW);

        assertThat(catalogue.reasons()).hasSize(12).last().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("roaming");
            assertThat(reason.actionable()).isTrue();
            assertThat(reason.side()).isEqualTo("company");
            assertThat(reason.name().in(Language.CHINESE)).isEqualTo("漫游");
        });
        assertThat(ReasonCatalogue.standard().has("roaming")).isFalse();
    }

    @Test
    void changesOnlyWhatIsGivenOfAStandardReason() {
        ReasonCatalogue catalogue = own("price: {name: {en: Tariff, zh-CN: 资费}, actionable: false}");

        Reason standard = ReasonCatalogue.standard().reason("price");
        Reason changed = catalogue.reason("price");
        assertThat(changed.name().in(Language.ENGLISH)).isEqualTo("Tariff");
        assertThat(changed.actionable()).isFalse();
        assertThat(changed.raises()).isEqualTo(standard.raises());
        assertThat(changed.say()).isEqualTo(standard.say());
        assertThat(catalogue.reasons()).map(Reason::code).isEqualTo(codes(ReasonCatalogue.standard()));
    }

    private static List<String> codes(ReasonCatalogue catalogue) {
        return catalogue.reasons().stream().map(Reason::code).toList();
    }

    @Test
    void refusesAnUnfinishedReason() {
        assertThat(fault("roaming: {name: Roaming}"))
                .hasMessage("dataset.yaml line 2: 'raises' of a new reason is missing; expected text in each language");
        assertThat(fault("roaming: " + NEW.replace("{evidence} up", "up")))
                .hasMessage(
                        "dataset.yaml line 2: 'raises' reads 'up'; expected {evidence} once, where the customer's values go");
        assertThat(fault("price: {lowers: \"{evidence} {evidence}\"}").code()).isEqualTo("wrong_value");
        assertThat(fault("price: {side: nobody}"))
                .hasMessage(
                        "dataset.yaml line 2: reason 'price' has side 'nobody'; expected one of company, customer, signal, none");
        assertThat(fault("price: {says: x}").code()).isEqualTo("unknown_key");
        assertThat(fault("price: cheaper"))
                .hasMessage("dataset.yaml line 2: reason 'price' is text; expected a mapping");
        assertThat(fault("Price: " + NEW))
                .hasMessage(
                        "dataset.yaml line 2: the reason code 'Price' is not lower-case words joined by hyphens, at most 40 characters");
        assertThat(fault("x" + "x".repeat(40) + ": " + NEW).code()).isEqualTo("wrong_value");
    }

    @Test
    void refusesAReasonThatCannotBeTold() {
        LocalizedText name = LocalizedText.same("x");
        LocalizedText place = LocalizedText.same("{evidence}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reason("A b", true, "company", name, place, place, name));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reason("a", true, "nobody", name, place, place, name));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reason("a", true, "company", name, name, place, name));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reason("a", true, "company", name, place, place, LocalizedText.none()));
    }
}
