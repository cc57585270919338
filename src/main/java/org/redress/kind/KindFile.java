package org.redress.kind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the file of a kind and holds it against the schema that editors use too. */
final class KindFile {

    private static final String SCHEMA = "/guides/procedure.schema.json";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private KindFile() {}

    /** @throws KindRefused naming everything that is wrong at once */
    static Kind read(String file, InputStream content) {
        try {
            JsonNode tree = YAML.readTree(content);
            List<String> faults = schema().validate(tree).stream()
                    .map(fault -> fault.getMessage())
                    .sorted()
                    .toList();
            if (!faults.isEmpty()) {
                throw new KindRefused(file, faults);
            }
            return YAML.treeToValue(tree, Kind.class);
        } catch (JsonProcessingException unreadable) {
            throw new KindRefused(file, List.of(unreadable.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private static JsonSchema schema() {
        try (InputStream schema = KindFile.class.getResourceAsStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The schema of procedures cannot be read", unreadable);
        }
    }
}
