package io.holdfast.serving.http;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.answer.CustomerDesk;
import io.holdfast.serving.wire.FixedReplies;
import io.holdfast.serving.wire.ScoreReplyWriter;
import io.holdfast.serving.wire.ScoreRequestReader;
import java.util.Optional;

/**
 * All that one model needs to be served. Immutable and thread-safe.
 *
 * @param language of texts where a request asks for none
 */
record ServedModel(
        ScoreRequestReader requests,
        CustomerDesk desk,
        ScoreReplyWriter replies,
        FixedReplies fixed,
        Language language) {
    /**
     * Loads and checks everything, so that a server that runs can answer.
     *
     * @throws io.holdfast.scoring.fault.InputException when bundle or playbook cannot be used
     */
    static ServedModel load(ServerSettings settings) {
        ModelBundle bundle = BundleReader.read(settings.bundle());
        Optional<Playbook> playbook = PlaybookChoice.of(bundle, settings.playbook());
        return new ServedModel(
                new ScoreRequestReader(bundle.description()),
                new CustomerDesk(bundle, playbook),
                new ScoreReplyWriter(bundle),
                new FixedReplies(bundle, playbook, settings.limits().bodyBytes()),
                bundle.description().language());
    }
}
