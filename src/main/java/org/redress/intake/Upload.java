package org.redress.intake;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an upload consists of; only the description of the doors needs it, files arrive as they are. */
@Schema(name = "Upload", description = "Files for the case, as multipart/form-data")
record Upload(
        @ArraySchema(
                        schema = @Schema(type = "string", format = "binary"),
                        arraySchema = @Schema(description = "Each file in a part of this name, at most 100 MB a file and 110 MB"
                                + " at a time", requiredMode = Schema.RequiredMode.REQUIRED))
                List<String> file,
        @Schema(description = "What they are", example = "The force's outcome letter") String note) {}
