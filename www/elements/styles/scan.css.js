/** Marks what Prettier formats as CSS. */
const css = String.raw;

/** Camera, photo, pictures of cards. */
export const scan = css`
  .camera {
    position: relative;
    margin: 0 0 var(--cc-space-4);
    border-radius: var(--cc-radius);
    overflow: hidden;
    background: #0b1211;
    aspect-ratio: 4 / 3;
    max-block-size: 70vh;
    inline-size: 100%;
  }
  @media (orientation: portrait) and (max-width: 40rem) {
    .camera {
      aspect-ratio: 3 / 4;
    }
  }
  .camera video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .camera .guide {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
    color: #ffffff;
  }
  .camera .said {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    margin: 0;
    padding: var(--cc-space-3) var(--cc-space-4);
    background: rgb(5 12 11 / 78%);
    color: #ffffff;
    max-width: none;
  }
  .camera-controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cc-space-3);
    align-items: center;
    margin: 0 0 var(--cc-space-4);
  }
  .camera-controls label {
    display: inline-flex;
    align-items: center;
    gap: var(--cc-space-2);
    min-height: var(--cc-target);
  }
  .camera-controls input[type="range"] {
    inline-size: 9rem;
    accent-color: var(--cc-accent);
    min-block-size: var(--cc-target);
  }
  .ways {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--cc-space-4);
  }
  .ways .panel {
    margin: 0;
  }
  .only-touch {
    display: none;
  }
  @media (pointer: coarse) {
    .only-touch {
      display: block;
    }
  }
  .mrz-line {
    margin: 0 0 var(--cc-space-3);
  }
  .mrz-line > span {
    display: block;
    margin: 0;
  }
  input.mrz {
    max-inline-size: 26rem;
    padding-inline: 0.375rem;
    /* Thirty signs fit a phone's width. */
    font-size: clamp(0.6875rem, 3.7vw, 1rem);
    text-transform: uppercase;
  }
  .cards {
    display: flex;
    flex-wrap: wrap;
    gap: var(--cc-space-4);
    margin: 0 0 var(--cc-space-3);
  }
  .card-art {
    display: block;
    flex: 0 1 12rem;
    min-inline-size: 0;
    inline-size: 45%;
    block-size: auto;
  }
`;
