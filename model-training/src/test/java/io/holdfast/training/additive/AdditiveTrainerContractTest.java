package io.holdfast.training.additive;

import io.holdfast.training.fit.ChurnTrainer;
import io.holdfast.training.fit.ChurnTrainerContract;

class AdditiveTrainerContractTest extends ChurnTrainerContract {
    @Override
    protected ChurnTrainer trainer() {
        return new AdditiveTrainer(AdditiveSettings.defaults());
    }
}
