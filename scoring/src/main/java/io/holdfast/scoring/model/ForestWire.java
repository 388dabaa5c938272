package io.holdfast.scoring.model;

import com.google.protobuf.ByteString;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.ForestTermProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.MarginalProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.QuestionProto;
import io.holdfast.scoring.model.proto.AdditiveModelProtos.TreeProto;
import java.util.BitSet;

/** Translates forests to and from their wire form. */
final class ForestWire {
    private ForestWire() {}

    static ForestTermProto write(ForestTerm forest) {
        ForestTermProto.Builder proto = ForestTermProto.newBuilder();
        for (Marginal marginal : forest.marginals()) {
            MarginalProto.Builder shares = MarginalProto.newBuilder().setInput(marginal.input());
            for (int bin = 0; bin < marginal.bins(); bin++) {
                shares.addShares(marginal.share(bin));
            }
            proto.addMarginals(shares);
        }
        for (BinQuestion question : forest.questions()) {
            proto.addQuestions(QuestionProto.newBuilder()
                    .setInput(question.input())
                    .setYes(ByteString.copyFrom(question.bins().toByteArray())));
        }
        for (ObliviousTree tree : forest.trees()) {
            TreeProto.Builder asked = TreeProto.newBuilder().addAllQuestions(tree.questions());
            for (double value : tree.values()) {
                asked.addValues(value);
            }
            proto.addTrees(asked);
        }
        return proto.build();
    }

    static ForestTerm read(ForestTermProto proto) {
        return new ForestTerm(
                proto.getMarginalsList().stream()
                        .map(marginal ->
                                new Marginal(marginal.getInput(), AdditiveModelWire.doubles(marginal.getSharesList())))
                        .toList(),
                proto.getQuestionsList().stream()
                        .map(question -> new BinQuestion(
                                question.getInput(),
                                BitSet.valueOf(question.getYes().toByteArray())))
                        .toList(),
                proto.getTreesList().stream()
                        .map(tree -> new ObliviousTree(
                                tree.getQuestionsList(), AdditiveModelWire.doubles(tree.getValuesList())))
                        .toList());
    }
}
