package org.redress.casefile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A paper on the case file, without its content.
 *
 * @param mediaType what the content is, told by the content itself
 * @param size bytes
 * @param sha256 of the content, in hexadecimal
 */
@Schema(description = "A paper on the case file, without its content")
public record Document(
        long id, String name, String mediaType, long size, String sha256, String note, String addedBy, Instant addedAt) {}
