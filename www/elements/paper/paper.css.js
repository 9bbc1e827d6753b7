/** What is printed of a form: a sheet of its own, since nobody prints before a form is complete. */
export const paper = `
  .sheet {
    display: none;
  }
  .page {
    display: block;
    inline-size: 100%;
    block-size: auto;
    color: #000000;
    background: #ffffff;
  }
  .page text {
    fill: currentColor;
    font-family: "Cancuoc Serif", "Liberation Serif", "Times New Roman", serif;
    font-kerning: none;
    font-variant-ligatures: none;
    white-space: pre;
  }
  .page .bold {
    font-weight: 700;
  }
  .page .italic {
    font-style: italic;
  }
  .paper .page {
    margin-block-end: var(--cc-space-4);
    border: 1px solid var(--cc-line-strong);
  }
  @media print {
    .sheet {
      display: block;
      color: #000000;
      background: #ffffff;
    }
    .sheet ~ .screen {
      display: none !important;
    }
    .sheet .page {
      break-inside: avoid;
    }
    .sheet .page + .page {
      break-before: page;
    }
    .sheet .plain {
      padding: 15mm 15mm 15mm 25mm;
      font-family: "Times New Roman", "Noto Serif", serif;
      font-size: 12pt;
      line-height: 1.4;
    }
    .sheet .plain dd {
      margin: 0 0 4pt;
      font-weight: 700;
    }
  }
`;
