package org.clew.platform;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/// A setting that is not what it has to be, by the name under which the operator gave it. Comes
/// after what a module itself says of its settings ([StartRefused]
/// (org.clew.platform.database.StartRefused)).
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    @Nullable ConfigurationProperty property = cause.getProperty();
    String said =
        property == null
            ? "The setting " + cause.getName() + " cannot be read."
            : "The setting %s cannot be \"%s\": it needs %s."
                .formatted(
                    name(property),
                    property.getValue(),
                    needed(ClassUtils.resolvePrimitiveIfNecessary(type(cause))));
    return new FailureAnalysis(said, null, cause);
  }

  private static Class<?> type(BindException cause) {
    @Nullable Class<?> type = cause.getTarget().getType().resolve();
    return type == null ? Object.class : type;
  }

  private static String name(ConfigurationProperty property) {
    return property.getOrigin() instanceof PropertySourceOrigin source
        ? source.getPropertyName()
        : property.getName().toString();
  }

  private static String needed(Class<?> type) {
    if (Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (type == Duration.class) {
      return "a length of time, such as 30s or 5m";
    }
    if (type == DataSize.class) {
      return "a size, such as 512MB";
    }
    if (type == InetAddress.class) {
      return "an address of this machine";
    }
    return "something else; docs/guides/operator.md says what";
  }
}
