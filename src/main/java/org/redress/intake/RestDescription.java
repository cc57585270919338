package org.redress.intake;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.redress.kind.Kind;
import org.redress.review.CaseFacts;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code /api/openapi.json} says beyond the doors' own signatures: how to sign in, and how each door refuses. Refusals
 * come from filters, advice and doors alike, so they are described here and not at each door.
 */
@Configuration(proxyBeanMethods = false)
class RestDescription {

    private static final String BASIC = "basic";

    static {
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(Sent.class);
    }

    @Bean
    OpenAPI restDoors() {
        return new OpenAPI()
                .info(new Info()
                        .title("Redress")
                        .version("1")
                        .description("Statutory review of police complaints: applications and what follows them. Whatever is"
                                + " refused is answered in problem details (RFC 9457), with every wrong field at once."))
                .components(new Components().addSecuritySchemes(
                        BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")
                                .description("The account and password of a machine")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    /** The facts of a review as its file declares them. */
    private static Schema<?> facts() {
        Schema<Object> facts = new Schema<>().type("object").description("What is known about a review");
        for (Kind.Fact fact : CaseFacts.declarations()) {
            Schema<?> one = switch (fact.type()) {
                case "flag" -> new BooleanSchema();
                case "date" -> new Schema<Object>().type("string").format("date");
                default -> new StringSchema()._enum(List.copyOf(fact.codes().keySet()));
            };
            facts.addProperty(fact.name(), one.description(fact.words()));
        }
        return facts;
    }

    @Bean
    OpenApiCustomizer refusalsOfTheDoors() {
        return doors -> {
            ModelConverters.getInstance().readAll(Problem.class).forEach(doors.getComponents()::addSchemas);
            doors.getComponents().addSchemas("CaseFacts", facts());
            for (Refusal refusal : Refusal.values()) {
                doors.getComponents().addResponses(refusal.name(), response(refusal));
            }
            doors.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                refusals(path, method, operation).forEach(refusal -> operation.getResponses()
                        .addApiResponse(String.valueOf(refusal.status()), new ApiResponse().$ref(refusal.name())));
                describeReference(operation);
            }));
        };
    }

    private static ApiResponse response(Refusal refusal) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("Problem")).example(refusal.example());
        return new ApiResponse()
                .description(refusal.words())
                .content(new Content().addMediaType("application/problem+json", problem));
    }

    private static Set<Refusal> refusals(String path, HttpMethod method, Operation operation) {
        Set<Refusal> refusals = EnumSet.of(Refusal.NOT_SIGNED_IN, Refusal.TOO_EARLY, Refusal.AWAY);
        boolean ofCase = path.contains("{reference}");
        boolean json = operation.getRequestBody() != null
                && operation.getRequestBody().getContent().containsKey("application/json");
        boolean upload = operation.getRequestBody() != null && !json;
        if (ofCase) {
            refusals.add(Refusal.NOT_FOUND);
        } else {
            refusals.add(Refusal.NOT_ALLOWED);
        }
        if (ofCase && method != HttpMethod.GET) {
            refusals.add(Refusal.NOT_NOW);
        }
        if (method == HttpMethod.PUT) {
            refusals.add(Refusal.NOT_ALLOWED);
        }
        if (json) {
            refusals.add(Refusal.NOT_JSON);
        }
        if (upload) {
            refusals.add(Refusal.TOO_LARGE);
        }
        if (json || upload || !ofCase) {
            refusals.addAll(EnumSet.of(Refusal.UNREADABLE, Refusal.FIELDS));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(each -> !"string".equals(each.getSchema().getType())
                        || each.getSchema().getFormat() != null)) {
            refusals.add(Refusal.UNREADABLE);
        }
        return refusals;
    }

    private static void describeReference(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(each -> "reference".equals(each.getName()))
                    .forEach(each -> each
                            .description("The reference of the case, with hyphens or with percent-encoded slashes")
                            .example("RV-2026-000042K"));
        }
    }
}
