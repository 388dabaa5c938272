package io.holdfast.training.logistic;

import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fit.ChurnTrainerContract;

class LogisticTrainerContractTest extends ChurnTrainerContract {
    @Override
    protected ChurnTrainer trainer() {
        return new LogisticTrainer(LogisticSettings.defaults());
    }
}
