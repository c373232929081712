// Moves and scales the picture that this script is in: drag, wheel, arrow keys, + and -; 0 or a double click shows it whole.
(function () {
    'use strict';
    var svg = document.currentScript.parentNode;
    var box = svg.viewBox.baseVal;
    var whole = {x: box.x, y: box.y, width: box.width, height: box.height};
    var held = null;

    function show(x, y, width, height) {
        box.x = x;
        box.y = y;
        box.width = width;
        box.height = height;
    }

    // The point of the picture that is under a point of the window.
    function pointAt(event) {
        var point = svg.createSVGPoint();
        point.x = event.clientX;
        point.y = event.clientY;
        return point.matrixTransform(svg.getScreenCTM().inverse());
    }

    // Makes everything larger by a factor around a point that stays where it is.
    function scale(factor, point) {
        var width = Math.min(Math.max(box.width / factor, whole.width / 1000), whole.width * 10);
        var ratio = width / box.width;
        show(point.x - (point.x - box.x) * ratio, point.y - (point.y - box.y) * ratio, width, box.height * ratio);
    }

    function centre() {
        return {x: box.x + box.width / 2, y: box.y + box.height / 2};
    }

    svg.addEventListener('pointerdown', function (event) {
        if (event.button === 0) {
            held = pointAt(event);
        }
    });
    window.addEventListener('pointermove', function (event) {
        if (held) {
            var point = pointAt(event);
            show(box.x + held.x - point.x, box.y + held.y - point.y, box.width, box.height);
            event.preventDefault();
        }
    });
    window.addEventListener('pointerup', function () {
        held = null;
    });
    svg.addEventListener('wheel', function (event) {
        scale(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), pointAt(event));
        event.preventDefault();
    }, {passive: false});
    svg.addEventListener('dblclick', function () {
        show(whole.x, whole.y, whole.width, whole.height);
    });
    window.addEventListener('keydown', function (event) {
        var step = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (step) {
            show(box.x + step[0] * box.width / 10, box.y + step[1] * box.height / 10, box.width, box.height);
        } else if (event.key === '+' || event.key === '=') {
            scale(1.25, centre());
        } else if (event.key === '-') {
            scale(0.8, centre());
        } else if (event.key === '0') {
            show(whole.x, whole.y, whole.width, whole.height);
        } else {
            return;
        }
        event.preventDefault();
    });
    svg.style.cursor = 'grab';
    svg.style.touchAction = 'none';
    svg.style.userSelect = 'none';
})();
