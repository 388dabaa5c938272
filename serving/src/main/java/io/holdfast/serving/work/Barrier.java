package io.holdfast.serving.work;

import java.time.Instant;

/**
 * What keeps a step of care from being carried out though nobody has closed it. It may fall again, and then the step is open as before.
 *
 * @param cause what it is
 * @param since from when on; an attempt until then was in time
 */
public record Barrier(BarrierCause cause, Instant since) {}
