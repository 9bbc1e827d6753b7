/** Tells hand and ear that a card was read. */
export function signalReading() {
  navigator.vibrate?.(60);
  const Context = globalThis.AudioContext;
  // Without a press before it the browser would refuse the sound, and say so in the console.
  if (!Context || !(/** @type {any} */ (navigator).userActivation?.hasBeenActive)) return;
  const context = new Context();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = 880;
  volume.gain.value = 0.08;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.09);
  tone.onended = () => void context.close();
}
