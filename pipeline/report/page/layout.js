// Places for the nodes of a graph: each connected part by forces of its own, the parts then set in rows.

const GAP = 26;

// `nodes`: {wide, high} get x and y; `edges`: {from, to} are nodes. Returns the height that it takes.
function arrange(nodes, edges, width) {
  const parts = components(nodes, edges).map((part) =>
    settle(
      part,
      edges.filter((edge) => part.includes(edge.from)),
      width,
    ),
  );
  parts.sort((a, b) => b.nodes.length - a.nodes.length || b.high - a.high);
  return shelve(parts, width);
}

function components(nodes, edges) {
  const part = new Map(nodes.map((node) => [node, [node]]));
  for (const { from, to } of edges) {
    const [one, other] = [part.get(from), part.get(to)];
    if (one === other) continue;
    one.push(...other);
    for (const node of other) part.set(node, one);
  }
  return [...new Set(part.values())];
}

// Fruchterman and Reingold (1991), started on a sunflower so that the same graph always looks the same.
function settle(nodes, edges, width) {
  const ideal = 92;
  nodes.forEach((node, number) => {
    const [turn, away] = [number * 2.39996, ideal * 0.6 * Math.sqrt(number)];
    Object.assign(node, { x: away * Math.cos(turn) * 1.3, y: away * Math.sin(turn) });
  });
  const rounds = nodes.length > 2 ? 300 : 0;
  for (let round = 0; round < rounds; round += 1) step(nodes, edges, ideal, ideal * (1 - round / rounds));
  if (nodes.length === 2)
    nodes.forEach((node, number) => Object.assign(node, { x: number * pairWidth(nodes), y: 0 }));
  part(nodes);
  return framed(nodes, width);
}

const pairWidth = ([one, other]) => Math.max(120, (one.wide + other.wide) / 2 + 16);

function step(nodes, edges, ideal, most) {
  const push = new Map(
    nodes.map((node) => [node, [(-node.x * 0.04 * ideal) / 10, (-node.y * 0.07 * ideal) / 10]]),
  );
  const pull = (node, x, y) => {
    const sum = push.get(node);
    sum[0] += x;
    sum[1] += y;
  };
  nodes.forEach((one, number) =>
    nodes.slice(number + 1).forEach((other) => {
      const [x, y] = [one.x - other.x, one.y - other.y];
      const force = (ideal * ideal) / Math.max(1, x * x + y * y);
      pull(one, x * force, y * force);
      pull(other, -x * force, -y * force);
    }),
  );
  for (const { from, to } of edges) {
    const [x, y] = [from.x - to.x, from.y - to.y];
    const force = Math.hypot(x, y) / ideal;
    pull(from, -x * force, -y * force);
    pull(to, x * force, y * force);
  }
  for (const [node, [x, y]] of push) {
    const length = Math.hypot(x, y) || 1;
    node.x += (x / length) * Math.min(length, most);
    node.y += (y / length) * Math.min(length, most);
  }
}

// Move apart what lies on top of each other, labels counted in.
function part(nodes) {
  for (let round = 0; round < 80; round += 1) {
    let moved = false;
    nodes.forEach((one, number) =>
      nodes.slice(number + 1).forEach((other) => {
        const x = (one.wide + other.wide) / 2 + 8 - Math.abs(one.x - other.x);
        const y = (one.high + other.high) / 2 + 6 - Math.abs(one.y - other.y);
        if (x <= 0 || y <= 0) return;
        moved = true;
        const axis = x < y ? 'x' : 'y';
        const way = (one[axis] <= other[axis] ? -1 : 1) * (Math.min(x, y) / 2 + 0.5);
        one[axis] += way;
        other[axis] -= way;
      }),
    );
    if (!moved) return;
  }
}

// The part's own box, squeezed when it is wider than the page.
function framed(nodes, width) {
  const edge = (pick, node, name, size) => pick(...nodes.map((one) => node(one[name], one[size])));
  const span = (name, size) => [
    edge(Math.min, (at, length) => at - length / 2, name, size),
    edge(Math.max, (at, length) => at + length / 2, name, size),
  ];
  let [left, right] = span('x', 'wide');
  if (right - left > width) {
    const middle = (left + right) / 2;
    for (const node of nodes)
      node.x = (node.x - middle) * ((width - node.wide) / (right - left - node.wide || 1));
    for (let turn = 0; turn < 60; turn += 1) spread(nodes);
    [left, right] = span('x', 'wide');
  }
  const [top, bottom] = span('y', 'high');
  for (const node of nodes) Object.assign(node, { x: node.x - left, y: node.y - top });
  return { nodes, wide: right - left, high: bottom - top };
}

// As `part`, but only downwards and upwards.
function spread(nodes) {
  nodes.forEach((one, number) =>
    nodes.slice(number + 1).forEach((other) => {
      const x = (one.wide + other.wide) / 2 + 4 - Math.abs(one.x - other.x);
      const y = (one.high + other.high) / 2 + 6 - Math.abs(one.y - other.y);
      if (x <= 0 || y <= 0) return;
      const way = (one.y <= other.y ? -1 : 1) * (y / 2 + 0.5);
      one.y += way;
      other.y -= way;
    }),
  );
}

function shelve(parts, width) {
  const shelves = [];
  for (const one of parts) {
    const shelf = shelves.find((other) => other.wide + one.wide <= width && one.high <= other.high + 1);
    if (shelf) {
      shelf.parts.push(one);
      shelf.wide += one.wide + GAP;
    } else shelves.push({ parts: [one], wide: one.wide + GAP, high: one.high });
  }
  let top = 12;
  for (const shelf of shelves) {
    const free = Math.max(0, width - (shelf.wide - GAP)) / (shelf.parts.length + 1);
    let left = free;
    for (const one of shelf.parts) {
      for (const node of one.nodes)
        Object.assign(node, { x: node.x + left, y: node.y + top + (shelf.high - one.high) / 2 });
      left += one.wide + GAP + free;
    }
    top += shelf.high + GAP;
  }
  return top;
}
