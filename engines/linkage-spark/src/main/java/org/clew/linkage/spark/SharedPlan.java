package org.clew.linkage.spark;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.clew.linkage.Census;
import org.clew.linkage.LinkModel;
import org.clew.linkage.Plan;
import org.jspecify.annotations.Nullable;

/// A plan on its way to every machine, laid out once on each.
final class SharedPlan implements Serializable {

  private static final long serialVersionUID = 1;

  private final String model;
  private final Census census;
  private final double threshold;
  private transient volatile @Nullable Plan plan;

  /// @param threshold NaN for the model's
  SharedPlan(LinkModel model, Census census, double threshold) {
    this.model = model.json();
    this.census = census;
    this.threshold = threshold;
  }

  Plan plan() {
    Plan known = plan;
    if (known == null) {
      OptionalDouble said =
          Double.isNaN(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold);
      known = new Plan(LinkModel.read(model), census, said);
      plan = known;
    }
    return known;
  }
}
