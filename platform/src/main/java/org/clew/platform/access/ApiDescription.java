package org.clew.platform.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the description of the API (OpenAPI) says of every route: how a machine shows who it is,
/// and what it gets when something is wrong.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String TOKEN = "token";
  private static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON = "application/problem+json";

  static {
    // Who asks is in the token, not in the question.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
  }

  @Bean
  OpenAPI api() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Clew")
                .version("1")
                .description("Cases, lists and what is known, within the reach of a token."))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token that a supervisor made; its scopes are actions."))
                .addSchemas(PROBLEM, problem()))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  @Bean
  OpenApiCustomizer problems() {
    return api ->
        api.getPaths()
            .forEach(
                (path, routes) -> routes.readOperations().forEach(route -> describe(path, route)));
  }

  private static void describe(String path, Operation route) {
    ApiResponses answers = route.getResponses();
    say(answers, "401", "No token, or one that does not work");
    say(answers, "403", "The token lacks the scope");
    if (path.contains("{")) {
      say(answers, "404", "None with this id within the reach of the token");
    }
    RequestBody body = route.getRequestBody();
    if (body != null && body.getContent().containsKey("application/json")) {
      say(answers, "400", "Not what the schema says");
      say(answers, "413", "Larger than is read");
    }
    answers.forEach(
        (status, answer) -> {
          if (status.startsWith("4") || status.startsWith("5")) {
            answer.setContent(
                new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(reference())));
          }
        });
  }

  private static void say(ApiResponses answers, String status, String what) {
    answers.putIfAbsent(status, new ApiResponse().description(what));
  }

  private static Schema<?> reference() {
    return new Schema<>().$ref("#/components/schemas/" + PROBLEM);
  }

  /// RFC 9457.
  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("What is wrong (RFC 9457)")
        .addProperty("type", new StringSchema().format("uri-reference"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("A sentence for a person"))
        .addProperty("fields", new ArraySchema().items(new StringSchema()))
        .addProperty(
            "incident",
            new StringSchema().description("The number to say when nobody expected this"));
  }
}
