package io.holdfast.serving.wire;

import io.holdfast.serving.snapshot.CustomerSnapshot;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known beside a request.
 *
 * @param today in UTC
 * @param snapshot the customers to be found by their id alone, where the server has them
 */
public record Knowledge(LocalDate today, Optional<CustomerSnapshot> snapshot) {}
