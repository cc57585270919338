/* Draws models with bpmn-js and dmn-js, as Camunda Modeler does, and says where everything came to lie. */
(function () {
  const SVG = 'http://www.w3.org/2000/svg';
  const NAMES = "'Noto Sans', Arial, 'Liberation Sans', sans-serif";
  /* a laptop's screen */
  const SCREEN = 1366;

  function place(width) {
    document.body.replaceChildren();
    const box = document.createElement('div');
    box.style.cssText = `width:${width}px;height:1400px`;
    document.body.append(box);
    return box;
  }

  /* Boxes in the diagram's own pixels, whatever part of it the canvas shows. */
  function ruler(canvas) {
    const frame = canvas.getContainer().querySelector('svg').getBoundingClientRect();
    const view = canvas.viewbox();
    return box => ({
      x: (box.x - frame.x) / view.scale + view.x,
      y: (box.y - frame.y) / view.scale + view.y,
      width: box.width / view.scale,
      height: box.height / view.scale,
    });
  }

  function measured(line) {
    const style = getComputedStyle(line);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return pen.measureText(line.textContent.trimEnd());
  }

  /* The ink of a line of text; its own box would reach to the next line. */
  function ink(line) {
    const drawn = measured(line);
    const start = line.getStartPositionOfChar(0).matrixTransform(line.getScreenCTM());
    return {
      x: start.x, y: start.y - drawn.actualBoundingBoxAscent, width: drawn.width,
      height: drawn.actualBoundingBoxAscent + drawn.actualBoundingBoxDescent,
    };
  }

  function square(id, x, y, half) {
    return {id, x: x - half, y: y - half, width: 2 * half, height: 2 * half};
  }

  /* Where a line's arrowhead is drawn. */
  function head(id, points) {
    const to = points[points.length - 1], before = points[points.length - 2];
    return square(id, to.x - 6 * Math.sign(to.x - before.x), to.y - 6 * Math.sign(to.y - before.y), 6);
  }

  /* Where the stroke through a default flow is drawn. */
  function stroke(id, [from, next]) {
    return square(id, from.x + 8 * Math.sign(next.x - from.x), from.y + 8 * Math.sign(next.y - from.y), 8);
  }

  function lie(modeler) {
    const registry = modeler.get('elementRegistry');
    const measure = ruler(modeler.get('canvas'));
    const shapes = [], lines = [], marks = [], texts = [];
    registry.forEach(element => {
      if (!element.parent) {
        return;
      }
      const id = element.businessObject.id;
      const visual = registry.getGraphics(element).querySelector(':scope > .djs-visual');
      if (element.waypoints) {
        const points = element.waypoints.map(point => ({x: point.x, y: point.y}));
        lines.push({id, points});
        marks.push(head(id, points));
        if ((element.source.businessObject.default || {}).id === id) {
          marks.push(stroke(id, points));
        }
      } else if (element.type !== 'label') {
        const frame = element.type === 'bpmn:SubProcess' && !element.collapsed;
        shapes.push({id, frame, x: element.x, y: element.y, width: element.width, height: element.height});
      }
      if (/(Task|CallActivity)$/.test(element.type)) {
        for (const sign of visual.querySelectorAll(':scope > path')) {
          marks.push({id, ...measure(sign.getBoundingClientRect())});
        }
      }
      for (const line of visual.querySelectorAll('tspan')) {
        if (line.textContent.trim()) {
          texts.push({
            id, name: element.businessObject.name || element.businessObject.text, line: line.textContent.trim(),
            inside: element.type !== 'label', size: parseFloat(getComputedStyle(line).fontSize), ...measure(ink(line)),
          });
        }
      }
    });
    return {shapes, lines, marks, texts};
  }

  /* Names stay in the middle with the fonts of whoever looks at the picture. */
  function centre() {
    for (const line of document.querySelectorAll('.djs-visual tspan')) {
      if (!line.closest('.djs-element').dataset.elementId.startsWith('Note_')) {
        line.setAttribute('x', Number(line.getAttribute('x')) + measured(line).width / 2);
        line.setAttribute('text-anchor', 'middle');
      }
    }
  }

  /* The same model gives the same text: no made-up ids, no fractions, white paper, its name. */
  function picture(svg, name) {
    const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const root = page.documentElement;
    root.querySelectorAll('.djs-hit, .djs-outline').forEach(unseen => unseen.remove());
    let text = new XMLSerializer().serializeToString(root);
    [...root.querySelectorAll('marker')].forEach((marker, i) => {
      text = text.replaceAll(marker.id, `line-end-${i + 1}`);
    });
    text = text.replace(/\d+\.\d{2,}/g, number => String(Math.round(Number(number) * 10) / 10));
    const [open] = text.match(/<svg[^>]*>/);
    const [x, y, width, height] = open.match(/viewBox="([^"]+)"/)[1].split(' ');
    const title = document.createElementNS(SVG, 'title');
    title.textContent = name;
    return text
        .replace(open, `${open}\n<title>${title.innerHTML}</title>\n<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="white"/>\n`)
        .replace(/(<g class="djs-(?:group|children)")/g, '\n$1') + '\n';
  }

  async function diagram(xml) {
    await document.fonts.load("12px 'Noto Sans'");
    const modeler = new BpmnJS({container: place(2600), textRenderer: {defaultStyle: {fontFamily: NAMES}}});
    const warnings = (await modeler.importXML(xml)).warnings.map(warning => warning.message);
    modeler.get('canvas').zoom(1);
    const lying = lie(modeler);
    const saved = (await modeler.saveXML({format: true})).xml;
    centre();
    const name = modeler.get('canvas').getRootElement().businessObject.name;
    const svg = picture((await modeler.saveSVG()).svg, name);
    modeler.destroy();
    return {warnings, ...lying, svg, saved};
  }

  /* A word that is too long for its column goes on in the next line. */
  function pieces(text, word) {
    const boxes = word.getClientRects();
    if (boxes.length < 2) {
      return [...boxes].map(box => ({box, words: word.toString()}));
    }
    const found = [];
    for (let i = word.startOffset; i < word.endOffset; i++) {
      const letter = document.createRange();
      letter.setStart(text, i);
      letter.setEnd(text, i + 1);
      const box = letter.getBoundingClientRect();
      const last = found[found.length - 1];
      if (last && last.box.top === box.top) {
        last.words += text.data[i];
      } else {
        found.push({box, words: text.data[i]});
      }
    }
    return found;
  }

  /* The lines in which the browser laid out the words of a cell. */
  function written(cell) {
    const lines = [];
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const found of text.data.matchAll(/\S+/g)) {
        const word = document.createRange();
        word.setStart(text, found.index);
        word.setEnd(text, found.index + found[0].length);
        pieces(text, word).forEach(({box, words}) => {
          const last = lines[lines.length - 1];
          if (last && last.parent === text.parentElement && last.top === box.top) {
            last.words += ' ' + words;
          } else if (box.width) {
            lines.push({parent: text.parentElement, left: box.left, top: box.top, bottom: box.bottom, words});
          }
        });
      }
    }
    return lines;
  }

  function element(name, attributes, words) {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.textContent = words || '';
    return new XMLSerializer().serializeToString(made).replace(` xmlns="${SVG}"`, '');
  }

  function cells() {
    return [...document.querySelectorAll('.tjs-table thead th, .tjs-table tbody td')].filter(cell => cell.getBoundingClientRect().width);
  }

  /* The table as it stands on the screen, and all that one would see by moving it. */
  function sheet(name) {
    const frame = document.querySelector('.tjs-table').getBoundingClientRect();
    const top = 40;
    const parts = [element('text', {x: 10, y: 26, 'font-size': 18, 'font-family': NAMES}, name)];
    let width = 0, height = 0;
    for (const cell of cells()) {
      const box = cell.getBoundingClientRect();
      const x = Math.round(box.x - frame.x), y = Math.round(box.y - frame.y + top);
      width = Math.max(width, x + box.width);
      height = Math.max(height, y + box.height);
      const paper = cell.tagName === 'TH' ? '#eef2f5' : 'white';
      const lines = written(cell).map(line => {
        const style = getComputedStyle(line.parent);
        return element('text', {
          x: Math.round(line.left - box.x), y: Math.round(line.bottom - box.y - (line.bottom - line.top) * 0.24),
          'font-size': parseFloat(style.fontSize), 'font-family': style.fontFamily.includes('monospace') ? 'monospace' : NAMES,
        }, line.words);
      });
      const [w, h] = [Math.round(box.width), Math.round(box.height)];
      parts.push(`<svg x="${x}" y="${y}" width="${w}" height="${h}">`
          + element('rect', {x: 0, y: 0, width: w, height: h, fill: paper, stroke: '#555'}) + lines.join('') + '</svg>');
    }
    const size = `${Math.ceil(width) + 1} ${Math.ceil(height) + 1}`;
    const [w, h] = size.split(' ');
    return `<svg xmlns="${SVG}" width="${w}" height="${h}" viewBox="0 0 ${size}">\n${element('title', {}, name)}\n`
        + `${element('rect', {x: 0, y: 0, width: w, height: h, fill: 'white'})}\n${parts.join('\n')}\n</svg>\n`;
  }

  async function tables(xml) {
    await document.fonts.load("12px 'Noto Sans'");
    const modeler = new DmnJS({container: place(SCREEN)});
    const warnings = (await modeler.importXML(xml)).warnings.map(warning => warning.message);
    const found = [];
    for (const view of modeler.getViews().filter(each => each.type === 'decisionTable')) {
      await modeler.open(view);
      const answers = [...document.querySelectorAll('.tjs-table thead th.output-cell')].map(cell => cell.getBoundingClientRect().right);
      found.push({id: view.element.id, answersEnd: Math.max(...answers), screen: SCREEN, svg: sheet(view.element.name)});
    }
    const saved = (await modeler.saveXML({format: true})).xml;
    modeler.destroy();
    return {warnings, tables: found, saved};
  }

  window.draw = {diagram, tables};
})();
