package org.redress.review;

import java.time.LocalDate;

/** The application has been passed to the IOPC (para 32(2)). */
public record ForwardToIopc(LocalDate forwardedOn, String howForwarded, Boolean letterChecked) {}
