package io.holdfast.features.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.holdfast.scoring.fault.InputException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ValueModelTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 31);
    private static final PurchaseHistories PATTERN = Shoppers.pattern();
    private static final ValueModel MODEL = ValueModel.fit(AS_OF, PATTERN);

    /** scipy 1.17.1, Nelder-Mead with xatol 1e-9; standard errors from central second differences. */
    @Test
    void findsTheMaximumThatAnotherOptimiserFinds() {
        BgNbd purchases = MODEL.purchases().parameters();
        FitReport fit = MODEL.purchases().fit();

        assertThat(purchases.r()).isCloseTo(.30272596, withinPercentage(1e-3));
        assertThat(purchases.alpha()).isCloseTo(21.46132686, withinPercentage(1e-3));
        assertThat(purchases.a()).isCloseTo(.06941514, withinPercentage(1e-3));
        assertThat(purchases.b()).isCloseTo(.57731682, withinPercentage(1e-3));
        assertThat(fit.logLikelihood()).isCloseTo(-2333.580102514031, within(1e-6));
        assertThat(fit.converged()).isTrue();
        assertThat(fit.relativeError(1) * purchases.alpha()).isCloseTo(4.60998994, withinPercentage(0.1));
        assertThat(fit.relativeError(3) * purchases.b()).isCloseTo(.4930054, withinPercentage(0.1));
    }

    /** scipy 1.17.1, as above. */
    @Test
    void findsTheMaximumOfSpend() {
        Fitted<GammaGamma> spend = Optional.ofNullable(MODEL.spend()).orElseThrow();

        assertThat(spend.parameters().p()).isCloseTo(3.3265155, withinPercentage(1e-2));
        assertThat(spend.parameters().q()).isCloseTo(10.20385, withinPercentage(1e-2));
        assertThat(spend.parameters().v()).isCloseTo(61.7158, withinPercentage(1e-2));
        assertThat(spend.fit().logLikelihood()).isCloseTo(-372.5574302491032, within(1e-6));
        assertThat(spend.fit().customers()).isEqualTo(100);
    }

    @Test
    void findsTheParametersThatCustomersWereDrawnFrom() {
        BgNbd truth = new BgNbd(.6, 60, .8, 2.5);
        ValueModel model = ValueModel.fit(AS_OF, Shoppers.drawn(truth, 20_000, 11));

        double[] found = model.purchases().parameters().logs();
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as("parameter %d", i)
                    .isCloseTo(
                            truth.logs()[i], within(4 * model.purchases().fit().relativeError(i) + 0.05));
        }
    }

    @Test
    void doesNotKnowTheOrderOfCustomers() {
        int size = PATTERN.size();
        int[] frequency = new int[size];
        int[] recency = new int[size];
        int[] age = new int[size];
        double[] spend = new double[size];
        for (int i = 0; i < size; i++) {
            int from = (i * 37 + 5) % size;
            frequency[i] = PATTERN.frequency(from);
            recency[i] = PATTERN.recency(from);
            age[i] = PATTERN.age(from);
            spend[i] = PATTERN.meanSpend(from);
        }

        assertThat(ValueModel.fit(AS_OF, PurchaseHistories.of(frequency, recency, age, spend))
                        .json())
                .isEqualTo(MODEL.json());
    }

    @Test
    void scoresEveryCustomerByBothModels() {
        ValueScores scores = MODEL.score(AS_OF, PATTERN, ValueSettings.defaults());

        BgNbd purchases = MODEL.purchases().parameters();
        assertThat(scores.alive()[8]).isEqualTo(purchases.alive(5, PATTERN.recency(8), PATTERN.age(8)));
        assertThat(scores.noPurchase()[8]).isEqualTo(purchases.noPurchase(5, PATTERN.recency(8), PATTERN.age(8), 90));
        assertThat(scores.purchases()[8])
                .isEqualTo(purchases.expectedPurchases(5, PATTERN.recency(8), PATTERN.age(8), 90));
        assertThat(scores.daysSincePurchase()[8]).isEqualTo(PATTERN.age(8) - PATTERN.recency(8));
        assertThat(DoubleStream.of(scores.spend().orElseThrow())).allMatch(amount -> amount > 0);
        assertThat(scores.spend().orElseThrow()[9]).isBetween(15.0, 25.0);
    }

    /** Without discount the months add up to the year. */
    @Test
    void lifetimeValueIsMarginOnExpectedPurchasesOfThePeriod() {
        ValueSettings year = new ValueSettings(365, 12, 0, .3);
        ValueScores scores = MODEL.score(AS_OF, PATTERN, year);

        for (int i = 0; i < PATTERN.size(); i++) {
            assertThat(scores.lifetimeValue().orElseThrow()[i])
                    .isCloseTo(.3 * scores.purchases()[i] * scores.spend().orElseThrow()[i], withinPercentage(1e-9));
        }
        double discounted = MODEL.score(AS_OF, PATTERN, new ValueSettings(365, 12, .1, .3))
                .lifetimeValue()
                .orElseThrow()[9];
        double plain = scores.lifetimeValue().orElseThrow()[9];
        assertThat(discounted).isBetween(plain / 1.1, plain / 1.03);
    }

    @Test
    void givesIntervalsAroundWhatItScores() {
        ValueScores scores = MODEL.score(AS_OF, PATTERN, ValueSettings.defaults());
        ValueEstimate estimate = MODEL.estimate(AS_OF, PATTERN, 7, ValueSettings.defaults());

        assertThat(estimate.alive().value()).isCloseTo(scores.alive()[7], within(1e-12));
        assertThat(estimate.alive().low()).isBetween(0.0, scores.alive()[7] - 0.001);
        assertThat(estimate.alive().high()).isBetween(scores.alive()[7] + 0.001, 1.0);
        assertThat(estimate.purchases().value()).isCloseTo(scores.purchases()[7], within(1e-12));
        assertThat(estimate.purchases().high()).isGreaterThan(scores.purchases()[7]);
        assertThat(estimate.lifetimeValue().orElseThrow().value())
                .isCloseTo(scores.lifetimeValue().orElseThrow()[7], withinPercentage(1e-9));
    }

    /** The 95 % interval of a new customer's expected purchases holds the truth in most of 20 samples: 15 or fewer has a chance below 1 %. */
    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        BgNbd truth = new BgNbd(.6, 60, .8, 2.5);
        PurchaseHistories anew = PurchaseHistories.of(new int[1], new int[1], new int[1]);
        int held = 0;
        for (int seed = 0; seed < 20; seed++) {
            ValueModel model = ValueModel.fit(AS_OF, withoutSpend(Shoppers.drawn(truth, 500, seed)));
            Estimate purchases =
                    model.estimate(AS_OF, anew, 0, ValueSettings.defaults()).purchases();
            double expected = truth.expectedOfNew(90);
            held += purchases.low() <= expected && expected <= purchases.high() ? 1 : 0;
        }

        assertThat(held).isGreaterThan(15);
    }

    @Test
    void givesNoSpendWhereTheModelHasNoMean() {
        Fitted<GammaGamma> spend = Optional.ofNullable(MODEL.spend()).orElseThrow();
        ValueModel model = new ValueModel(
                0,
                MODEL.fittedAsOf(),
                MODEL.purchases(),
                new Fitted<>(new GammaGamma(spend.parameters().p(), .9, 20), spend.fit()));

        ValueScores scores = model.score(AS_OF, PATTERN, ValueSettings.defaults());
        assertThat(scores.spend().orElseThrow()[0]).isNaN();
        assertThat(scores.lifetimeValue().orElseThrow()[0]).isNaN();
        assertThat(scores.spend().orElseThrow()[3]).isPositive();
        assertThat(model.estimate(AS_OF, PATTERN, 0, ValueSettings.defaults()).spend())
                .isEmpty();
    }

    @Test
    void comesBackFromJsonAsItWas() {
        assertThat(ValueModel.read("value.json", MODEL.json())).isEqualTo(MODEL);
        ValueModel unpriced = ValueModel.fit(AS_OF, withoutSpend(PATTERN));
        assertThat(ValueModel.read("value.json", unpriced.json())).isEqualTo(unpriced);
        assertThat(unpriced.score(AS_OF, PATTERN, ValueSettings.defaults()).spend())
                .isEmpty();
    }

    @Test
    void refusesDocumentsThatWereTamperedWith() {
        assertThatThrownBy(() -> read("\"alpha\":", "\"alhpa\": 3, \"alpha\":"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("value.json line ")
                .hasMessageEndingWith("unknown key 'alhpa'; did you mean 'alpha'?");
        assertThatThrownBy(() -> read("\"r\": 0", "\"r\": -0"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("(expected: a number above 0)");
        assertThatThrownBy(() -> read("2026-01-31", "31.01.2026"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("fittedAsOf: 31.01.2026 (expected: a date such as 2026-01-31)");
    }

    private static ValueModel read(String from, String to) {
        String json = new String(MODEL.json(), StandardCharsets.UTF_8);
        assertThat(json).contains(from);
        return ValueModel.read("value.json", json.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesDatesBeforeItsFit() {
        assertThatThrownBy(() -> MODEL.score(AS_OF.minusDays(1), PATTERN, ValueSettings.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("fitted as of 2026-01-31, after 2026-01-30");
    }

    @Test
    void saysThatNobodyCameBack() {
        PurchaseHistories once = PurchaseHistories.of(new int[120], new int[120], new int[120]);

        assertThatThrownBy(() -> ValueModel.fit(AS_OF, once))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "None of the 120 customers bought a second time by the as-of date, so how often customers return"
                                + " cannot be estimated (expected: repeat purchases, best of 100 customers or more).");
    }

    /** Regular buyers without differences: r and alpha grow together for ever. */
    @Test
    void doesNotTakeParametersThatRunAwayForFound() {
        int[] frequency = new int[500];
        int[] recency = new int[500];
        int[] age = new int[500];
        for (int i = 0; i < 500; i++) {
            age[i] = i % 3;
            frequency[i] = age[i] == 0 ? 0 : i % 2;
            recency[i] = frequency[i] == 0 ? 0 : age[i];
        }
        ValueModel model = ValueModel.fit(AS_OF, PurchaseHistories.of(frequency, recency, age));

        assertThat(model.purchases().fit().converged()).isFalse();
        assertThat(model.purchases().fit().hasErrors()).isFalse();
    }

    @Test
    void warnsOfFewCustomersAndOfParametersThatTheyDoNotDetermine() {
        PurchaseHistories few =
                PurchaseHistories.of(new int[] {0, 1, 2}, new int[] {0, 30, 80}, new int[] {90, 90, 90});
        ValueModel model = ValueModel.fit(AS_OF, few);

        FitReport fit = model.purchases().fit();
        assertThat(fit.converged()).isFalse();
        assertThat(fit.remarks()).hasSize(2);
        assertThat(fit.remarks().get(0)).startsWith("Only 3 customers (expected: 100 or more)");
        assertThat(fit.remarks().get(1)).startsWith("No clear maximum was found");
        assertThatThrownBy(() -> model.estimate(AS_OF, few, 0, ValueSettings.defaults()))
                .hasMessageStartingWith("There are no intervals: the histories of 3 customers");
    }

    private static PurchaseHistories withoutSpend(PurchaseHistories histories) {
        int[] frequency = new int[histories.size()];
        int[] recency = new int[histories.size()];
        int[] age = new int[histories.size()];
        for (int i = 0; i < frequency.length; i++) {
            frequency[i] = histories.frequency(i);
            recency[i] = histories.recency(i);
            age[i] = histories.age(i);
        }
        return PurchaseHistories.of(frequency, recency, age);
    }
}
