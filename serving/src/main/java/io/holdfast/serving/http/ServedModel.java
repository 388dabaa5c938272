package io.holdfast.serving.http;

import io.holdfast.care.playbook.Playbook;
import io.holdfast.care.playbook.PlaybookChoice;
import io.holdfast.scoring.bundle.BundleReader;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.serving.answer.CustomerDesk;
import io.holdfast.serving.planning.PlanDesk;
import io.holdfast.serving.snapshot.SnapshotReader;
import io.holdfast.serving.wire.FixedReplies;
import io.holdfast.serving.wire.ModelReplies;
import io.holdfast.serving.wire.PlanCells;
import io.holdfast.serving.wire.PlanRequests;
import io.holdfast.serving.wire.ScoreReplyWriter;
import io.holdfast.serving.wire.ScoreRequestReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that one model needs to be served. Thread-safe; only the snapshot ever changes.
 *
 * @param snapshot the customers who are known by their id
 * @param language of texts where a request asks for none
 * @param plans makes plans, where the playbook has what it takes
 * @param reasons why customers leave, as the model knows them
 * @param actions codes of those of the playbook; empty where there is none
 */
record ServedModel(
        ScoreRequestReader requests,
        CustomerDesk desk,
        ScoreReplyWriter replies,
        FixedReplies fixed,
        ServedSnapshot snapshot,
        Language language,
        PlanRoutes plans,
        ReasonCatalogue reasons,
        Set<String> actions,
        List<String> warnings) {
    /**
     * Loads and checks everything, so that a server that runs can answer.
     *
     * @throws io.holdfast.scoring.fault.InputException when bundle, playbook or snapshot cannot be used
     */
    static ServedModel load(ServerSettings settings, Clock clock) {
        ModelBundle bundle = BundleReader.read(settings.bundle());
        Optional<Playbook> playbook = PlaybookChoice.of(bundle, settings.playbook());
        ScoreRequestReader requests = new ScoreRequestReader(bundle.description());
        return new ServedModel(
                requests,
                new CustomerDesk(bundle, playbook),
                new ScoreReplyWriter(bundle),
                new FixedReplies(bundle, settings.snapshot().isPresent()),
                new ServedSnapshot(
                        settings.snapshot().map(file -> new SnapshotReader(bundle, file)),
                        new ModelReplies(bundle, playbook, settings.limits().bodyBytes()),
                        clock),
                bundle.description().language(),
                new PlanRoutes(PlanDesk.of(bundle, playbook)
                        .map(desk -> new PlanRoutes.Planning(
                                new PlanRequests(
                                        requests,
                                        desk,
                                        new PlanCells(desk.cells().columns(), bundle.description())),
                                desk))),
                bundle.description().reasons(),
                playbook.map(Playbook::codes).orElse(Set.of()),
                playbook.map(Playbook::warnings).orElse(List.of()));
    }
}
