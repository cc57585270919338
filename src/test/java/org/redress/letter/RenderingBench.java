package org.redress.letter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Renders samples without a database, with the office as it is where nothing is configured. */
final class RenderingBench {

    static final OfficeProperties OFFICE = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("redress.office", Bindable.of(OfficeProperties.class));

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final LetterRenderer RENDERER = new LetterRenderer(OFFICE, new PdfWriter());

    private static final Map<String, byte[]> PDFS = new ConcurrentHashMap<>();

    private RenderingBench() {}

    static RenderedLetter render(LetterSamples.Sample sample) {
        return RENDERER.render(sample.kind(), LetterSamples.REFERENCE, sample.to(), asKept(sample.model()),
                sample.additionalText(), LetterSamples.DATED, false);
    }

    /** The PDF of a letter; made once, as many tests look at the same letters. */
    static byte[] pdf(RenderedLetter letter) {
        return PDFS.computeIfAbsent(letter.html(), html -> RENDERER.pdf(letter));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asKept(Record model) {
        try {
            return JSON.readValue(JSON.writeValueAsString(model), Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
