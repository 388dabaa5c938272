package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.scoring.fault.InputException;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.store.StoreLocation;
import io.holdfast.serving.store.StoreUnavailableException;
import io.holdfast.serving.store.WriteRefusedException;
import io.holdfast.serving.store.Writing;
import io.holdfast.serving.wire.Document;
import io.holdfast.serving.wire.MalformedRequestException;
import io.holdfast.serving.wire.ReplyContext;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Answers what the routes of a store answer, without a server: whoever asks holds the store alone meanwhile. */
public final class DirectStore implements AutoCloseable {
    private final Store store;
    private final Clock clock;
    private final Language language;
    private final ReasonCatalogue reasons;

    private DirectStore(Store store, Clock clock, Language language, ReasonCatalogue reasons) {
        this.store = store;
        this.clock = clock;
        this.language = language;
        this.reasons = reasons;
    }

    /**
     * Opens a store.
     *
     * @param language of texts
     * @param reasons how reasons are called, and whose they are to mend
     * @throws InputException when it cannot be opened, or a server holds it
     */
    public static DirectStore open(StoreLocation location, Clock clock, Language language, ReasonCatalogue reasons) {
        return new DirectStore(Store.open(location), clock, language, reasons);
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
                    Document.read(body),
                    store,
                    new Writing("local", clock.instant()),
                    reasons,
                    Set.of(),
                    new ReplyContext("-", language));
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
     * @param page whether the reply is to hold the page for people too
     * @return the JSON of the reply
     * @throws InputException when the answer would be a problem
     */
    public byte[] effects(Optional<String> plan, List<String> by, boolean page) {
        return answer(() -> EffectRoutes.answer(store, reasons, plan, by, clock.instant())
                .reply(new ReplyContext("-", language), page));
    }

    /**
     * Asks what {@code GET /v1/diagnosis} asks.
     *
     * @param month that it is about; the latest that has ended where none is named
     * @param interviews drawn in each segment, 0 to 100
     * @param seed of the draw
     * @param page whether the reply is to hold the page for people too
     * @return the JSON of the reply
     * @throws InputException when the answer would be a problem
     */
    public byte[] diagnosis(Optional<YearMonth> month, int interviews, long seed, boolean page) {
        return answer(() -> DiagnosisRoutes.answer(
                        store, new DiagnosisQuestion(month, interviews, seed), reasons, clock.instant())
                .reply(new ReplyContext("-", language), page));
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
