// What axe, which was loaded before, finds wrong by the rules of these tags: the rule, and the first places.
tags => axe.run({ runOnly: tags, resultTypes: ['violations'] }).then(found => found.violations.map(
  rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.target + ' ' + node.html).join(', ')))
