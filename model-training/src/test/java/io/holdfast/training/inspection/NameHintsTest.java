package io.holdfast.training.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameHintsTest {
    @ParameterizedTest
    @ValueSource(strings = {"id", "ID", "customer_id", "customerId", "UNIQUE_ID", "account.id", "客户编号", "uuid"})
    void namesOfIds(String name) {
        assertThat(NameHints.id(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid", "idle_days", "video", "monkey", "width"})
    void namesThatOnlyContainThoseLetters(String name) {
        assertThat(NameHints.id(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "churn",
                "Churn",
                "CHURNED",
                "is_churned",
                "customerChurn",
                "lapse",
                "attrition",
                "surrender",
                "cancelled",
                "Exited",
                "target",
                "label",
                "是否流失",
                "流失"
            })
    void namesOfLabels(String name) {
        assertThat(NameHints.label(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clefts", "tenure", "promo", "leftover", "customer"})
    void namesOfNoLabel(String name) {
        assertThat(NameHints.label(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gender",
                "sex",
                "age",
                "senior_citizen",
                "polholder_age",
                "policyholderAge",
                "marital_status",
                "性别"
            })
    void namesOfSensitiveColumns(String name) {
        assertThat(NameHints.sensitive(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage", "average_bill", "message_count", "page_views", "manager"})
    void namesOfOtherColumns(String name) {
        assertThat(NameHints.sensitive(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"monthly_charges", "MonthlyCharges", "mrr", "annual.premium", "revenue", "月费"})
    void namesOfWhatACustomerIsWorth(String name) {
        assertThat(NameHints.value(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "n/a", "NaN", "NULL", "?", "-", "--", " ", "   ", "#N/A"})
    void wordsForMissing(String cell) {
        assertThat(NameHints.looksMissing(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "0", "no", "Nan Jing", "NAN Corporation"})
    void wordsThatAreValues(String cell) {
        assertThat(NameHints.looksMissing(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes", "TRUE", "1", "1.0", "churned", "是", "已流失"})
    void wordsOfLeaving(String cell) {
        assertThat(NameHints.positive(cell)).isTrue();
    }
}
