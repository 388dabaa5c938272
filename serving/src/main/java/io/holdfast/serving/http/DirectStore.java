package io.holdfast.serving.http;

import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.page.DiagnosisPage;
import io.holdfast.serving.page.EffectPage;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.StoreUnavailableException;
import io.holdfast.serving.store.WriteRefusedException;
import io.holdfast.serving.store.Writing;
import io.holdfast.serving.wire.DiagnosisReplies;
import io.holdfast.serving.wire.Document;
import io.holdfast.serving.wire.EffectReplies;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.ReplyContext;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers what the routes of a store answer, without a server: whoever asks holds the store alone meanwhile. */
public final class DirectStore implements AutoCloseable {
    private final Store store;
    private final Clock clock;
    private final Language language;

    private DirectStore(Store store, Clock clock, Language language) {
        this.store = store;
        this.clock = clock;
        this.language = language;
    }

    /**
     * Opens a store.
     *
     * @param language of texts
     * @throws InputException when it cannot be opened, or a server holds it
     */
    public static DirectStore open(StoreLocation location, Clock clock, Language language) {
        return new DirectStore(Store.open(location), clock, language);
    }

    /**
     * Asks what a {@code POST} of this body to this route asks.
     *
     * @return the JSON of the reply
     * @throws InputException when the answer would be a problem
     */
    public byte[] post(String path, byte[] body) {
        StoreRoutes.Question question = StoreRoutes.QUESTIONS.stream()
                .filter(known -> known.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("path: " + path + " (expected: a route of the store)"));
        try {
            DocumentCall call = new DocumentCall(
                    Document.read(body), store, new Writing("local", clock.instant()), new ReplyContext("-", language));
            return question.answer().to(call);
        } catch (MalformedRequestException e) {
            throw new InputException(e.code(), e.detail().in(language), e);
        } catch (WriteRefusedException e) {
            throw new InputException(e.code(), e.text().in(language), e);
        } catch (ProblemException e) {
            throw new InputException(e.problem().code(), e.problem().detail().in(language), e);
        } catch (StoreUnavailableException e) {
            throw new InputException(
                    "store_unavailable", Problems.storeUnavailable().detail().in(language), e);
        }
    }

    /**
     * Asks what {@code GET /v1/effects} asks.
     *
     * @param plan only this one's
     * @param by codes of the cuts to explore by
     * @return the JSON of the reply
     * @throws InputException when the answer would be a problem
     */
    public byte[] effects(Optional<String> plan, List<String> by) {
        return answer(() -> {
            EffectRoutes.Answer answer = EffectRoutes.answer(store, plan, by, clock.instant());
            return EffectReplies.write(answer.report(), answer.pooled(), new ReplyContext("-", language));
        });
    }

    /**
     * Asks for the page that {@code GET /v1/effects} answers browsers with.
     *
     * @param plan only this one's
     * @param by codes of the cuts to explore by
     * @return HTML
     * @throws InputException when the answer would be a problem
     */
    public byte[] effectPage(Optional<String> plan, List<String> by) {
        return answer(() -> EffectPage.of(
                EffectRoutes.answer(store, plan, by, clock.instant()).report(), language));
    }

    /**
     * Asks what {@code GET /v1/diagnosis} asks, with the reasons that come with the product.
     *
     * @param month that it is about; the latest that has ended where none is named
     * @param interviews drawn in each segment, 0 to 100
     * @param seed of the draw
     * @return the JSON of the reply
     * @throws InputException when the answer would be a problem
     */
    public byte[] diagnosis(Optional<YearMonth> month, int interviews, long seed) {
        return answer(() -> DiagnosisReplies.write(
                diagnose(month, interviews, seed), ReasonCatalogue.standard(), new ReplyContext("-", language)));
    }

    /** The same as HTML. */
    public byte[] diagnosisPage(Optional<YearMonth> month, int interviews, long seed) {
        return answer(() -> DiagnosisPage.of(diagnose(month, interviews, seed), ReasonCatalogue.standard(), language));
    }

    private Diagnosis diagnose(Optional<YearMonth> month, int interviews, long seed) {
        return DiagnosisRoutes.diagnose(
                store, new DiagnosisQuestion(month, interviews, seed), ReasonCatalogue.standard(), clock.instant());
    }

    private byte[] answer(Supplier<byte[]> answer) {
        try {
            return answer.get();
        } catch (ProblemException e) {
            throw new InputException(e.problem().code(), e.problem().detail().in(language), e);
        } catch (StoreUnavailableException e) {
            throw new InputException(
                    "store_unavailable", Problems.storeUnavailable().detail().in(language), e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
