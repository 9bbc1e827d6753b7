use wasmi::{Engine, Error, Linker, Memory, Module, Store, TypedFunc};

/// server.wasm in this process.
pub struct CanCuoc {
    store: Store<()>,
    memory: Memory,
    alloc: TypedFunc<u32, u32>,
    call: TypedFunc<(u32, u32), u64>,
    free: TypedFunc<(u32, u32), ()>,
}

impl CanCuoc {
    pub fn load(wasm: &[u8]) -> Result<Self, Error> {
        let engine = Engine::default();
        let mut store = Store::new(&engine, ());
        let module = Module::new(&engine, wasm)?;
        let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module)?;
        let memory = instance.get_memory(&store, "memory").ok_or(Error::new("no memory"))?;
        let alloc = instance.get_typed_func(&store, "cancuoc_alloc")?;
        let call = instance.get_typed_func(&store, "cancuoc_call")?;
        let free = instance.get_typed_func(&store, "cancuoc_free")?;
        Ok(Self { store, memory, alloc, call, free })
    }

    /// `{ "call": …, "args": [ … ] }` in, `{ "ok": … }` or `{ "error": … }` out.
    pub fn call(&mut self, request: &str) -> Result<String, Error> {
        let length = u32::try_from(request.len()).map_err(|_| Error::new("limit.input"))?;
        let at = self.alloc.call(&mut self.store, length)?;
        if at == 0 {
            return Err(Error::new("limit.input"));
        }
        self.memory.write(&mut self.store, at as usize, request.as_bytes())?;
        let answer = self.call.call(&mut self.store, (at, length))?;
        let (start, length_of_answer) = ((answer >> 32) as u32, answer as u32);
        let mut text = vec![0; length_of_answer as usize];
        self.memory.read(&self.store, start as usize, &mut text)?;
        self.free.call(&mut self.store, (at, length))?;
        self.free.call(&mut self.store, (start, length_of_answer))?;
        String::from_utf8(text).map_err(|_| Error::new("no UTF-8"))
    }
}
