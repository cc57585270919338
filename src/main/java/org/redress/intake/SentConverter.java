package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.stereotype.Component;

/** Gives a door that takes {@code @RequestBody Sent<SomeBody>} the body with its faults. Jackson reads the JSON itself. */
@Component
class SentConverter implements GenericHttpMessageConverter<Sent<?>> {

    private final MappingJackson2HttpMessageConverter json;
    private final BodyBinder binder;

    SentConverter(ObjectMapper mapper, BodyBinder binder) {
        this.json = new MappingJackson2HttpMessageConverter(mapper);
        this.binder = binder;
    }

    @Override
    public boolean canRead(Type type, Class<?> door, MediaType sent) {
        return type instanceof ParameterizedType body && body.getRawType() == Sent.class && json.canRead(JsonNode.class, sent);
    }

    @Override
    public Sent<?> read(Type type, Class<?> door, HttpInputMessage message) throws IOException {
        Class<?> body = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
        return binder.bind((JsonNode) json.read(JsonNode.class, door, message), body.asSubclass(Record.class));
    }

    @Override
    public boolean canRead(Class<?> type, MediaType sent) {
        return false;
    }

    @Override
    public Sent<?> read(Class<? extends Sent<?>> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("Which body is meant, only the door's own signature says");
    }

    @Override
    public boolean canWrite(Type type, Class<?> answer, MediaType wanted) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> answer, MediaType wanted) {
        return false;
    }

    @Override
    public void write(Sent<?> sent, Type type, MediaType wanted, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("What was sent is not sent back");
    }

    @Override
    public void write(Sent<?> sent, MediaType wanted, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("What was sent is not sent back");
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return json.getSupportedMediaTypes();
    }
}
