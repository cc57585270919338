package org.redress.review;

import java.util.List;

/**
 * The notices have been read and go out.
 *
 * @param lettersRead the notices that were drafted after the others and that the person has read
 */
public record NotifyForce(Boolean letterChecked, List<String> lettersRead) {}
