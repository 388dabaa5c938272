(function () {
  'use strict';
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById('charts').textContent);
  const drawn = new Map();
  let colours = {};
  let language = root.dataset.language;

  const FONT = 'Arial, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

  const WORDS = {
    logOdds: {en: 'log-odds', zh: '对数几率'},
    customers: {en: 'customers', zh: '客户'},
    said: {en: 'said', zh: '预测'},
    happened: {en: 'happened', zh: '实际'},
    band: {en: '95 %', zh: '95 %'},
    cut: {en: 'ends cut: ', zh: '两端已截：'},
    looks: {en: 'over any number of looks', zh: '无论看多少次'}
  };

  const say = text => language === 'en' ? text.en : text.zh;
  const word = name => say(WORDS[name]);
  const escape = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
  const percent = share => (100 * share).toFixed(share > 0 && share < 0.01 ? 1 : 0) + ' %';
  const signed = value => (value < 0 ? '\u2212' : '+') + Math.abs(value).toFixed(2);

  function number(value) {
    const size = Math.abs(value);
    if (size >= 1e6 || (size > 0 && size < 1e-3)) {
      return value.toExponential(1).replace('e+', 'e');
    }
    return String(size >= 1e3 ? Math.round(value).toLocaleString('en-US') : size >= 100 ? Math.round(value) : Number(value.toPrecision(3))).replace('-', '\u2212');
  }

  const short = name => name.length > 26 ? name.slice(0, 25) + '…' : name;
  const ruler = document.createElement('canvas').getContext('2d');

  function width(text, size) {
    ruler.font = size + 'px ' + FONT;
    return Math.ceil(ruler.measureText(text).width);
  }

  function readColours() {
    const style = getComputedStyle(root);
    for (const name of ['paper', 'card', 'ink', 'soft', 'rule', 'model', 'base', 'raise', 'lower', 'band', 'crowd', 'middle']) {
      colours[name] = style.getPropertyValue('--' + name).trim();
    }
  }

  function valueAxis(name, more) {
    return Object.assign({
      type: 'value', name: name, nameLocation: 'middle', nameGap: 28,
      nameTextStyle: {color: colours.soft, fontSize: 12},
      axisLabel: {color: colours.soft, fontSize: 11, hideOverlap: true},
      axisLine: {show: false}, axisTick: {show: false}, splitLine: {lineStyle: {color: colours.rule}}
    }, more);
  }

  function named(names, more) {
    return Object.assign({
      type: 'category', data: names, axisLine: {show: false}, axisTick: {show: false},
      axisLabel: {color: colours.soft, fontSize: 12}, splitLine: {show: false}
    }, more);
  }

  function tip(more) {
    return Object.assign({
      confine: true, backgroundColor: colours.card, borderColor: colours.rule,
      textStyle: {color: colours.ink, fontSize: 12}
    }, more);
  }

  const zero = {
    silent: true, symbol: 'none', label: {show: false}, animation: false,
    data: [{yAxis: 0}]
  };

  function curves(chart) {
    const format = value => chart.percent ? percent(value) : number(value);
    const end = Math.max(...chart.lines.map(line => line.points[line.points.length - 1][0]));
    const edge = at => ({
      type: 'line', data: chart.band.map(point => [point[0], point[at]]), showSymbol: false, silent: true, z: 1,
      lineStyle: {width: 1, color: colours.model, opacity: 0.35}
    });
    const bandOf = (params, api) => ({
      type: 'polygon', style: {fill: colours.band},
      shape: {points: chart.band.map(point => api.coord([point[0], point[1]])).concat(chart.band.slice().reverse().map(point => api.coord([point[0], point[2]])))}
    });
    const band = chart.band.length === 0 ? [] : [
      edge(1), edge(2), {type: 'custom', data: [[0, 0]], encode: {x: -1, y: -1}, silent: true, z: 0, renderItem: bandOf}
    ];
    return {
      graphic: say(chart.remark) ? [{type: 'text', right: 22, top: 16, silent: true, style: {text: say(chart.remark), fill: colours.soft, font: 'italic 13px ' + FONT}}] : [],
      grid: {left: chart.percent ? 58 : 72, right: 18, top: 14, bottom: 46},
      tooltip: tip({
        trigger: 'axis', axisPointer: {type: 'line'},
        formatter: items => items.filter(item => item.seriesIndex === 0).slice(0, 1).map(item =>
          escape(say(chart.x)) + ': ' + (100 * item.value[0]).toFixed(1) + ' %' + '<br>' + escape(say(chart.y)) + ': <b>' + format(item.value[1]) + '</b>').join('')
      }),
      xAxis: valueAxis(say(chart.x), {min: 0, max: end, splitLine: {show: false}, axisLabel: {color: colours.soft, fontSize: 11, formatter: percent, showMaxLabel: end === 1 ? null : false}}),
      yAxis: valueAxis(say(chart.y), {
        min: chart.percent ? 0 : null, max: chart.percent ? 1 : null, nameGap: chart.percent ? 42 : 50, axisLabel: {color: colours.soft, fontSize: 11, formatter: format}
      }),
      series: chart.lines.map(line => ({
        type: 'line', name: say(line.name), data: line.points, showSymbol: false, silent: line.style === 'base',
        lineStyle: {width: line.style === 'base' ? 1.5 : 2.5, color: line.style === 'base' ? colours.base : colours.model},
        itemStyle: {color: line.style === 'base' ? colours.base : colours.model}
      })).concat(band)
    };
  }

  function whisker(horizontal, from, to) {
    return (params, api) => {
      const at = api.value(0);
      const ends = [api.value(from), api.value(to)].map(value => api.coord(horizontal ? [value, at] : [at, value]));
      const cap = horizontal ? [[0, -4], [0, 4]] : [[-4, 0], [4, 0]];
      const style = {stroke: colours.ink, lineWidth: 1.2, opacity: 0.75};
      const line = (one, other) => ({type: 'line', shape: {x1: one[0], y1: one[1], x2: other[0], y2: other[1]}, style: style});
      const end = point => line([point[0] + cap[0][0], point[1] + cap[0][1]], [point[0] + cap[1][0], point[1] + cap[1][1]]);
      const whole = horizontal ? [api.value(3), api.value(4)] : [1, 1];
      return {type: 'group', children: [line(ends[0], ends[1])].concat(ends.filter((_, i) => whole[i]).map(end))};
    };
  }

  function calibration(chart) {
    const most = Math.max(...chart.points.map(point => Math.max(point[0], point[3])));
    const step = most > 0.5 ? 0.1 : most > 0.2 ? 0.05 : most > 0.05 ? 0.01 : 0.005;
    const top = Math.min(1, Math.ceil(most / step - 1e-9) * step);
    const axis = name => valueAxis(name, {
      min: 0, max: top, nameGap: name === word('said') ? 28 : 42, axisLabel: {color: colours.soft, fontSize: 11, formatter: percent, hideOverlap: true}
    });
    return {
      grid: {left: 58, right: 18, top: 14, bottom: 46},
      tooltip: tip({
        trigger: 'item',
        formatter: item => word('said') + ': ' + (100 * item.value[0]).toFixed(1) + ' %<br>' + word('happened') + ': <b>' + (100 * item.value[1]).toFixed(1) + ' %</b> ('
          + (100 * item.value[2]).toFixed(1) + ' – ' + (100 * item.value[3]).toFixed(1) + ')<br>' + item.value[4] + ' ' + word('customers')
      }),
      xAxis: axis(word('said')), yAxis: axis(word('happened')),
      series: [
        {type: 'line', data: [[0, 0], [top, top]], showSymbol: false, silent: true, lineStyle: {color: colours.base, width: 1.5}},
        {type: 'custom', data: chart.points, renderItem: whisker(false, 2, 3), silent: true, z: 2},
        {type: 'scatter', data: chart.points, symbolSize: 9, itemStyle: {color: colours.model}, z: 3}
      ]
    };
  }

  function bars(chart) {
    const items = chart.bars.slice().reverse();
    return {
      height: 64 + 24 * Math.max(2, items.length),
      grid: {left: 14 + Math.max(...items.map(bar => width(short(say(bar.name)), 12))), right: 52, top: 6, bottom: 46},
      tooltip: tip({trigger: 'item', formatter: item => escape(item.name) + ': <b>' + number(item.value) + '</b>'}),
      xAxis: valueAxis(say(chart.unit), {splitNumber: 4}),
      yAxis: named(items.map(bar => short(say(bar.name))), {axisLabel: {color: colours.ink, fontSize: 12, interval: 0}}),
      series: [{
        type: 'bar', data: items.map(bar => bar.length), barMaxWidth: 14, itemStyle: {color: colours.model, borderRadius: [0, 3, 3, 0]},
        label: {show: true, position: 'right', color: colours.soft, fontSize: 11, formatter: item => item.value.toFixed(3)}
      }]
    };
  }

  /* A few far values must not press all others into a corner. */
  function window_(edges) {
    const last = edges.length - 1;
    let from = edges[0];
    let to = edges[last];
    if (last >= 3) {
      const span = edges[last - 1] - edges[1];
      from = edges[1] - from > span ? edges[1] - span / 5 : from;
      to = to - edges[last - 1] > span ? edges[last - 1] + span / 5 : to;
    }
    return from < to ? [from, to] : [from - 0.5, to + 0.5];
  }

  function heights(effects, low, high, least) {
    const bottom = Math.min(0, ...effects);
    const top = Math.max(0, ...effects);
    const room = Math.max(top - bottom, least) * 0.5;
    return [Math.max(bottom - room, Math.min(bottom - least / 4, ...low)), Math.min(top + room, Math.max(top + least / 4, ...high))];
  }

  /* Customers per unit, by bin or, where bins are many, in strips of equal width. */
  function crowds(edges, rows, from, to) {
    if (rows.length <= 40) {
      const least = (to - from) / 200;
      return rows.map((count, bin) => [edges[bin], edges[bin + 1], count / Math.max(edges[bin + 1] - edges[bin], least)]);
    }
    const step = (to - from) / 36;
    return Array.from({length: 36}, (_, strip) => {
      const left = from + strip * step;
      const right = left + step;
      let count = 0;
      rows.forEach((inBin, bin) => {
        const length = Math.max(edges[bin + 1] - edges[bin], 1e-12);
        count += inBin * Math.max(0, Math.min(right, edges[bin + 1]) - Math.max(left, edges[bin])) / length;
      });
      return [left, right, count];
    });
  }

  function numbers(chart) {
    const edges = chart.edges.slice();
    if (edges[edges.length - 1] <= edges[edges.length - 2]) {
      edges[edges.length - 1] = edges[edges.length - 2] + (edges.length > 2 ? (edges[edges.length - 2] - edges[0]) / (edges.length - 2) : 1);
    }
    const [from, to] = window_(edges);
    const cut = from > edges[0] || to < edges[edges.length - 1];
    const [bottom, top] = heights(chart.effects, chart.low, chart.high, data.$scale / 4);
    const crowd = crowds(edges, chart.rows, from, to);
    const most = Math.max(...crowd.map(cell => cell[2]), 1e-9);
    const line = [];
    chart.effects.forEach((effect, bin) => line.push([edges[bin], effect], [edges[bin + 1], effect]));
    const box = (api, x0, x1, y0, y1, style) => {
      const a = api.coord([Math.max(from, x0), y0]);
      const b = api.coord([Math.min(to, x1), y1]);
      return {type: 'rect', shape: {x: a[0], y: Math.min(a[1], b[1]), width: Math.max(0, b[0] - a[0]), height: Math.abs(b[1] - a[1])}, style: style};
    };
    const within = value => Math.max(bottom, Math.min(top, value));
    const bins = chart.effects.map((effect, bin) => [bin, 0]);
    const span = number(edges[0]) + ' – ' + number(edges[edges.length - 1]);
    return {
      grid: {left: 46, right: 16, top: 10, bottom: cut ? 42 : 26},
      tooltip: tip({
        trigger: 'axis', axisPointer: {type: 'line'},
        formatter: items => items.filter(item => item.seriesType === 'line').slice(0, 1).map(item => {
          const bin = item.dataIndex >> 1;
          return number(edges[bin]) + ' – ' + number(edges[bin + 1]) + ' ' + escape(say(chart.unit)) + '<br>' + word('logOdds') + ': <b>' + signed(chart.effects[bin]) + '</b>'
            + (chart.band ? ' (' + signed(chart.low[bin]) + ' – ' + signed(chart.high[bin]) + ')' : '') + '<br>' + chart.rows[bin] + ' ' + word('customers');
        }).join('')
      }),
      xAxis: valueAxis(cut ? word('cut') + span : '', {
        min: from, max: to, splitLine: {show: false}, axisLabel: {color: colours.soft, fontSize: 11, formatter: number, hideOverlap: true, showMinLabel: false, showMaxLabel: false}
      }),
      yAxis: valueAxis('', {min: bottom, max: top, axisLabel: {color: colours.soft, fontSize: 11, formatter: number, showMinLabel: false, showMaxLabel: false}}),
      series: [
        {type: 'custom', data: crowd, silent: true, z: 1, encode: {x: -1, y: -1}, renderItem: (params, api) =>
          box(api, api.value(0), api.value(1), bottom, bottom + (top - bottom) * 0.28 * api.value(2) / most, {fill: colours.crowd})},
        {type: 'custom', data: chart.band ? bins : [], silent: true, z: 2, encode: {x: -1, y: -1}, renderItem: (params, api) => {
          const bin = api.value(0);
          return box(api, edges[bin], edges[bin + 1], within(chart.low[bin]), within(chart.high[bin]), {fill: colours.band});
        }},
        {type: 'line', data: line, showSymbol: false, z: 3, lineStyle: {color: colours.model, width: 2}, itemStyle: {color: colours.model},
          markLine: Object.assign({lineStyle: {color: colours.soft, type: 'solid', width: 1}}, zero)}
      ]
    };
  }

  function levels(chart) {
    const items = chart.levels.slice().reverse();
    const between = items.length > 7 ? '  ' : '\n';
    const beside = items.length > 7 ? 40 : 14;
    const [left, right] = heights(items.map(level => level.effect), items.map(level => level.low), items.map(level => level.high), data.$scale / 4);
    return {
      grid: {left: beside + Math.max(34, ...items.map(level => width(short(say(level.name)), 12))), right: 18, top: 6, bottom: 24},
      tooltip: tip({
        trigger: 'item', formatter: item => {
          const level = items[item.dataIndex];
          return escape(say(level.name)) + '<br>' + word('logOdds') + ': <b>' + signed(level.effect) + '</b>'
            + (chart.band ? ' (' + signed(level.low) + ' – ' + signed(level.high) + ')' : '') + '<br>' + (100 * level.share).toFixed(1) + ' % ' + word('customers');
        }
      }),
      xAxis: valueAxis('', {min: left, max: right, splitNumber: 4, axisLabel: {color: colours.soft, fontSize: 11, formatter: number, showMinLabel: false, showMaxLabel: false, hideOverlap: true}}),
      yAxis: named(items.map(level => say(level.name)), {
        axisLabel: {
          color: colours.ink, fontSize: 12, interval: 0, lineHeight: 14,
          formatter: (name, at) => short(name) + between + '{share|' + percent(items[at].share) + '}',
          rich: {share: {color: colours.soft, fontSize: 10, lineHeight: 12}}
        }
      }),
      series: [
        {type: 'bar', barMaxWidth: 18, barCategoryGap: '45%', data: items.map(level => ({
          value: level.effect, itemStyle: {color: level.effect < 0 ? colours.lower : colours.raise}
        }))},
        {type: 'custom', silent: true, z: 4, data: chart.band ? items.map((level, at) => [at, Math.max(left, level.low), Math.min(right, level.high), Number(level.low >= left), Number(level.high <= right)]) : [],
          encode: {x: -1, y: -1}, renderItem: whisker(true, 1, 2)}
      ]
    };
  }

  function pair(chart) {
    const cells = [];
    let most = 1e-9;
    chart.values.forEach((row, y) => row.forEach((value, x) => {
      cells.push({value: [x, y, value]});
      most = Math.max(most, Math.abs(value));
    }));
    cells.forEach(cell => {
      cell.label = {color: Math.abs(cell.value[2]) > 0.6 * most ? colours.card : colours.ink};
    });
    const label = {color: colours.soft, fontSize: 11, interval: 0};
    const names = chart.down.map(name => short(say(name)));
    const across = chart.across.map(name => short(say(name)));
    const slanted = chart.across.length > 4;
    const room = Math.max(...across.map(name => width(name, 11)));
    return {
      height: 70 + (slanted ? Math.min(110, 0.75 * room + 16) : 20) + Math.max(130, 24 * names.length),
      grid: {left: 14 + Math.max(...names.map(name => width(name, 11))), right: 12, top: 6, bottom: 38 + (slanted ? Math.min(110, 0.75 * room + 16) : 20)},
      tooltip: tip({
        trigger: 'item', formatter: item => escape(say(chart.acrossName)) + ': ' + escape(say(chart.across[item.value[0]])) + '<br>'
          + escape(say(chart.downName)) + ': ' + escape(say(chart.down[item.value[1]])) + '<br>' + word('logOdds') + ': <b>' + signed(item.value[2]) + '</b>'
      }),
      xAxis: named(across, {axisLabel: Object.assign({rotate: slanted ? 45 : 0}, label)}),
      yAxis: named(names, {axisLabel: label}),
      visualMap: {
        min: -most, max: most, calculable: false, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, itemWidth: 10,
        text: [signed(most), signed(-most)], textStyle: {color: colours.soft, fontSize: 11}, inRange: {color: [colours.lower, colours.middle, colours.raise]}
      },
      series: [{
        type: 'heatmap', data: cells, itemStyle: {borderColor: colours.card, borderWidth: 1},
        label: {show: across.length <= 10, fontSize: 10, formatter: item => signed(item.value[2])}
      }]
    };
  }

  /* Differences one under another: thin over any number of looks, thick for one look. */
  function forest(chart) {
    const items = chart.differences.slice().reverse();
    const ends = items.flatMap(item => [item.point, 0].concat(item.interval, item.widest));
    const low = Math.min(...ends);
    const high = Math.max(...ends);
    const room = 0.06 * (high - low || 1);
    const colour = item => item.style === 'good' ? colours.model : item.style === 'bad' ? colours.raise : colours.soft;
    const line = (of, width, opacity) => ({
      type: 'custom', silent: true, z: 2, encode: {x: -1, y: -1},
      data: items.map((item, at) => [at]).filter(entry => items[entry[0]][of].length === 2),
      renderItem: (params, api) => {
        const item = items[api.value(0)];
        const from = api.coord([item[of][0], api.value(0)]);
        const to = api.coord([item[of][1], api.value(0)]);
        return {type: 'line', shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]}, style: {stroke: colour(item), lineWidth: width, opacity: opacity, lineCap: 'round'}};
      }
    });
    const span = range => range.length === 2 ? ' (' + number(range[0]) + ' – ' + number(range[1]) + ')' : '';
    return {
      height: 58 + 26 * Math.max(2, items.length),
      grid: {left: 16 + Math.max(...items.map(item => width(short(say(item.name)), 12))), right: 20, top: 6, bottom: 44},
      tooltip: tip({
        trigger: 'item', formatter: entry => {
          const item = items[entry.dataIndex];
          return escape(say(item.name)) + ': <b>' + signed(item.point) + '</b>' + span(item.interval)
            + (item.widest.length === 2 ? '<br>' + word('looks') + span(item.widest) : '');
        }
      }),
      xAxis: valueAxis(say(chart.unit), {min: low - room, max: high + room, splitNumber: 4, axisLabel: {color: colours.soft, fontSize: 11, formatter: number, showMinLabel: false, showMaxLabel: false, hideOverlap: true}}),
      yAxis: named(items.map(item => short(say(item.name))), {axisLabel: {color: colours.ink, fontSize: 12, interval: 0}}),
      series: [
        line('widest', 1.5, 0.8), line('interval', 5, 0.55),
        {type: 'scatter', z: 3, symbolSize: 10, data: items.map((item, at) => ({value: [item.point, at], itemStyle: {color: colour(item)}})),
          markLine: {silent: true, symbol: 'none', label: {show: false}, animation: false, data: [{xAxis: 0}], lineStyle: {color: colours.soft, type: 'solid', width: 1}}}
      ]
    };
  }

  /* Shares of those still there, in steps, with their bands. */
  function steps(chart) {
    const end = Math.max(...chart.stairs.map(stair => stair.points[stair.points.length - 1][0]), 1);
    const lowest = Math.min(...chart.stairs.flatMap(stair => stair.points.map(point => point[2])));
    const unit = lowest > 0.9 ? 0.02 : lowest > 0.5 ? 0.1 : 0.2;
    const bottom = Math.max(0, Math.floor(lowest / unit) * unit);
    const corners = (points, at) => points.flatMap((point, i) => i === 0 ? [[point[0], point[at]]] : [[point[0], points[i - 1][at]], [point[0], point[at]]]);
    const colour = stair => stair.style === 'base' ? colours.base : colours.model;
    const band = stair => ({
      type: 'custom', data: [[0, 0]], encode: {x: -1, y: -1}, silent: true, z: 0,
      renderItem: (params, api) => ({
        type: 'polygon', style: {fill: colour(stair), opacity: 0.18},
        shape: {points: corners(stair.points, 2).concat(corners(stair.points, 3).reverse()).map(point => api.coord(point))}
      })
    });
    return {
      legend: {data: chart.stairs.map(stair => ({name: say(stair.name), icon: 'roundRect'})), textStyle: {color: colours.ink, fontSize: 12}, top: 0, left: 58, itemWidth: 18, itemHeight: 4},
      grid: {left: 58, right: 18, top: 30, bottom: 46},
      tooltip: tip({
        trigger: 'axis', axisPointer: {type: 'line'},
        formatter: items => chart.stairs.map(stair => {
          const at = stair.points.filter(point => point[0] <= items[0].axisValue).pop() || stair.points[0];
          return escape(say(stair.name)) + ': <b>' + (100 * at[1]).toFixed(1) + ' %</b> (' + (100 * at[2]).toFixed(1) + ' – ' + (100 * at[3]).toFixed(1) + ')';
        }).join('<br>')
      }),
      xAxis: valueAxis(say(chart.x), {min: 0, max: end, splitLine: {show: false}}),
      yAxis: valueAxis(say(chart.y), {min: bottom, max: 1, nameGap: 42, axisLabel: {color: colours.soft, fontSize: 11, formatter: percent}}),
      series: chart.stairs.map(stair => ({
        type: 'line', name: say(stair.name), step: 'end', data: stair.points.map(point => [point[0], point[1]]), showSymbol: false,
        lineStyle: {width: 2.2, color: colour(stair)}, itemStyle: {color: colour(stair)}
      })).concat(chart.stairs.map(band))
    };
  }

  const KINDS = {curves: curves, calibration: calibration, bars: bars, numbers: numbers, levels: levels, pair: pair, forest: forest, steps: steps};

  function draw(element) {
    const chart = data[element.dataset.chart];
    const option = KINDS[chart.type](chart);
    const height = option.height;
    delete option.height;
    if (height) {
      element.style.height = height + 'px';
    }
    let canvas = drawn.get(element);
    if (!canvas) {
      canvas = echarts.init(element, null, {renderer: 'svg'});
      drawn.set(element, canvas);
    } else {
      canvas.resize();
    }
    option.animation = false;
    option.textStyle = {fontFamily: FONT};
    canvas.setOption(option, true);
    const svg = element.querySelector('svg');
    if (svg) {
      svg.setAttribute('viewBox', '0 0 ' + canvas.getWidth() + ' ' + canvas.getHeight());
      svg.setAttribute('role', 'img');
    }
  }

  function drawAll() {
    readColours();
    document.querySelectorAll('[data-chart]').forEach(draw);
  }

  function speak(tag) {
    language = tag;
    root.dataset.language = tag;
    root.lang = tag;
  }

  function dark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  /* Effects of all columns are drawn at scales that can be compared: none is blown up beyond a quarter of the largest. */
  data.$scale = Math.max(0.1, ...Object.values(data).flatMap(chart =>
    chart.type === 'numbers' ? chart.effects.map(Math.abs) : chart.type === 'levels' ? chart.levels.map(level => Math.abs(level.effect)) : []));

  location.hash.slice(1).split(',').forEach(wish => {
    if (wish === 'en' || wish === 'zh-CN') {
      speak(wish);
    } else if (wish === 'light' || wish === 'dark') {
      root.dataset.theme = wish;
    }
  });
  document.getElementById('language').addEventListener('click', () => {
    speak(language === 'en' ? 'zh-CN' : 'en');
    drawAll();
  });
  document.getElementById('theme').addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    drawAll();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  let waiting = 0;
  window.addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 150);
  });
  let shown = '';
  window.addEventListener('beforeprint', () => {
    shown = root.dataset.theme || '';
    root.dataset.theme = 'light';
    drawAll();
  });
  window.addEventListener('afterprint', () => {
    if (shown) {
      root.dataset.theme = shown;
    } else {
      delete root.dataset.theme;
    }
    drawAll();
  });
  drawAll();
})();
